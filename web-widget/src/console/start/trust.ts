import type { Clock } from '../../kernel/clock.ts';
import { TrustBook } from '../../trust/book.ts';
import type { Http } from '../login/http.ts';

/** The trust documents of the server, verified anew for each part of the console that needs them. */
export function trustBook({ clock, http }: { readonly clock: Clock; readonly http: Http }, pin: string): TrustBook {
  const document = async (name: string): Promise<unknown> => {
    const answer = await http.get(`/.well-known/havn/${name}`);
    if (answer.kind !== 'ok') throw new Error('the document is not to be had');
    return answer.value;
  };
  return new TrustBook(pin, document, clock);
}
