/** The one source of randomness; everything else is handed a {@link Random}. */
export type Random = (length: number) => Uint8Array;

export const systemRandom: Random = (length) => crypto.getRandomValues(new Uint8Array(length));
