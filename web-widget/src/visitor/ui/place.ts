/** Where the page stands: `/frame/<service>#p=<pin>` or `/chat/<service>#p=<pin>`. */

export interface Place {
  readonly service: string;
  /** Fingerprint of the root set; empty when the address lacks it, and then no chat can be trusted. */
  readonly pin: string;
  readonly origin: string;
  /** What a page that stands alone kept before it was loaded anew. */
  readonly reload: string | undefined;
}

export function placeOf(address: Pick<Location, 'origin' | 'pathname' | 'hash'>): Place {
  const fragment = new URLSearchParams(address.hash.slice(1));
  const alone = address.pathname.startsWith('/chat/');
  return {
    service: decodeURIComponent(address.pathname.split('/')[2] ?? ''),
    pin: fragment.get('p') ?? '',
    origin: address.origin,
    reload: alone ? (fragment.get('r') ?? undefined) : undefined,
  };
}
