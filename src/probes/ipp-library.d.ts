/** The part of the `ipp` package that is used: making a request. Its parser can loop for ever and is never called. */
declare module 'ipp' {
  interface IppRequest {
    readonly version: '1.1';
    readonly operation: string;
    readonly id: number;
    readonly 'operation-attributes-tag': Readonly<Record<string, string | readonly string[]>>;
  }
  const ipp: {
    /** Throws a bare string on an attribute that it does not know. */
    readonly serialize: (request: IppRequest) => Buffer;
    readonly parse: (bytes: Buffer) => Readonly<Record<string, unknown>>;
  };
  export default ipp;
}
