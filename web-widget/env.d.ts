declare module '*.css';
declare module '*.svg' {
  /** Absolute address of the file. */
  const address: string;
  export default address;
}
