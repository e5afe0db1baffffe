/** Where quick exit leads: only an ordinary web page, never a script or a file. */

/** Used until a service has said otherwise: the weather. */
export const FALLBACK = 'https://www.yr.no/';

export function exitAddress(wanted: unknown): string {
  if (typeof wanted !== 'string') return FALLBACK;
  try {
    const { protocol, href } = new URL(wanted);
    return protocol === 'https:' || protocol === 'http:' ? href : FALLBACK;
  } catch {
    return FALLBACK;
  }
}
