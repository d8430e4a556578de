/** What the tests of paper use of jsdom; the DOM's own types would let browser globals into code for Node. */
declare module 'jsdom' {
  export interface PageElement {
    readonly textContent: string | null;
    getAttribute(name: string): string | null;
    querySelector(selector: string): PageElement | null;
    querySelectorAll(selector: string): ArrayLike<PageElement> & Iterable<PageElement>;
  }

  export interface PageDocument extends Omit<PageElement, 'getAttribute'> {
    readonly body: PageElement;
  }

  export class JSDOM {
    constructor(html: string);
    readonly window: { readonly document: PageDocument };
  }
}
