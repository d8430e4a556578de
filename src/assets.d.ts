/** Files that are imported as text: the bundler reads them at build time. */
declare module '*?raw' {
  const text: string;
  export default text;
}

declare module '*?inline' {
  const text: string;
  export default text;
}
