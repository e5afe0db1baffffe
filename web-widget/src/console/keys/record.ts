/** Checks what came out of a database before it is used as a key. */

export type Fields = Readonly<Record<string, unknown>>;

export const fields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});

export const isBytes = (value: unknown, length: number): value is Uint8Array =>
  value instanceof Uint8Array && value.length === length;

/** A private key of this algorithm that scripts cannot read. */
export const isPrivate = (value: unknown, algorithm: string): value is CryptoKey =>
  value instanceof CryptoKey && value.type === 'private' && !value.extractable && value.algorithm.name === algorithm;
