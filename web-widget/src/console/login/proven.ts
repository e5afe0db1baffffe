/** Calls that only a device in the list may make: when refused, the device proves its key under this sign-in, once. */

import type { Answer, Http } from './http.ts';

const REFUSED = 403;

/** @param prove shows this browser's device key; false when there is none or it was not taken */
export function provenHttp(http: Http, prove: () => Promise<boolean>): Http {
  let proving: Promise<boolean> | undefined;
  const proven = async (): Promise<boolean> => {
    proving ??= prove().catch(() => false);
    const done = await proving;
    proving = undefined;
    return done;
  };
  const call = async (ask: () => Promise<Answer<unknown>>): Promise<Answer<unknown>> => {
    const answer = await ask();
    const refused = answer.kind === 'refused' && answer.status === REFUSED;
    return refused && (await proven()) ? ask() : answer;
  };
  return {
    get: (path) => call(() => http.get(path)),
    post: (path, body) => call(() => http.post(path, body)),
  };
}
