/** Spares of device keys, as the server keeps them. */

import { fromBase64Url, toBase64Url } from '../../kernel/base64.ts';
import { signAs } from '../../seal/sign.ts';
import type { DeviceKeys } from '../keys/types.ts';
import type { Answer, Http } from '../login/http.ts';
import { list, members, text } from '../login/read.ts';
import { SPARE_LENGTH, spareCovered, type Method } from './spare.ts';

export interface SpareHead {
  /** Device id, 16 bytes. */
  readonly device: Uint8Array;
  readonly method: Method;
}

export interface Shelf {
  /** Of one's own devices in the list, the newest first. */
  readonly heads: readonly SpareHead[];
  /** Whether a device of this person was taken out of the list. */
  readonly revoked: boolean;
}

export interface HandedOut {
  readonly sealed: Uint8Array;
  readonly ed25519: Uint8Array;
}

export interface SpareHttp {
  shelf(): Promise<Answer<Shelf>>;
  /** Has the device sign the spare, and keeps it. */
  keep(device: DeviceKeys, method: Method, sealed: Uint8Array): Promise<Answer<unknown>>;
  open(head: SpareHead): Promise<Answer<HandedOut>>;
}

const MOST = 20;

function head(value: unknown): readonly SpareHead[] {
  const { device, method } = members(value);
  const id = fromBase64Url(text(device));
  return id?.length === 16 && (method === 'passkey' || method === 'kit') ? [{ device: id, method }] : [];
}

export function spareHttp(http: Http): SpareHttp {
  return {
    async shelf() {
      const answer = await http.get('/api/spares');
      if (answer.kind !== 'ok') return answer;
      const { spares, revoked } = members(answer.value);
      return { kind: 'ok', value: { heads: list(spares).slice(0, MOST).flatMap(head), revoked: revoked === true } };
    },
    async keep(device, method, sealed) {
      const proof = await signAs(device, 'spare', spareCovered(device, method, sealed));
      return http.post('/api/spares', {
        device: toBase64Url(device.id),
        method,
        sealed: toBase64Url(sealed),
        proof: toBase64Url(proof),
      });
    },
    async open({ device, method }) {
      const answer = await http.post('/api/spares/open', { device: toBase64Url(device), method });
      if (answer.kind !== 'ok') return answer;
      const [sealed, ed25519] = [members(answer.value)['sealed'], members(answer.value)['ed25519']].map((each) =>
        fromBase64Url(text(each)),
      );
      return sealed?.length === SPARE_LENGTH && ed25519?.length === 32
        ? { kind: 'ok', value: { sealed, ed25519 } }
        : { kind: 'unreachable' };
    },
  };
}
