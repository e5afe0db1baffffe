/** Where the page stands: `/frame/<service>#p=<pin>` or `/chat/<service>#p=<pin>`. */

export interface Place {
  readonly service: string;
  /** Fingerprint of the root set; empty when the address lacks it, and then no chat can be trusted. */
  readonly pin: string;
  readonly origin: string;
}

export function placeOf(address: Pick<Location, 'origin' | 'pathname' | 'hash'>): Place {
  return {
    service: decodeURIComponent(address.pathname.split('/')[2] ?? ''),
    pin: new URLSearchParams(address.hash.slice(1)).get('p') ?? '',
    origin: address.origin,
  };
}
