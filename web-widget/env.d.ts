declare module '*.css';
declare module '*.svg' {
  /** Absolute address of the file. */
  const address: string;
  export default address;
}
declare module '*?raw' {
  /** The file's text. */
  const text: string;
  export default text;
}
