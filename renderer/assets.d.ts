/** Files that the page loads: the bundler copies them and gives their address. */
declare module '*.css';

declare module '*.svg' {
  const url: string;
  export default url;
}

declare module '*.png' {
  const url: string;
  export default url;
}

declare module '*?url' {
  const url: string;
  export default url;
}
