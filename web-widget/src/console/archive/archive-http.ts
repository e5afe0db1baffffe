/** What the desk's HTTP says about transcripts, read without trusting its shape (openapi/desk.yaml). */

import { fromHex } from '../../kernel/hex.ts';
import { fromBase64Url, toBase64Url } from '../../kernel/base64.ts';
import { MOST_RECIPIENTS } from '../../seal/envelope.ts';
import { bytes, instant, list, object, text, whole } from '../../trust/json.ts';
import type { Answer, Http } from '../login/http.ts';
import { MOST_PARTS } from './part.ts';

export interface ArchiveHead {
  /** base64url of 16 bytes. */
  readonly id: string;
  readonly service: string;
  /** Milliseconds since 1970. */
  readonly begun: number;
  readonly ends: number;
  /** Devices whose mailbox keys open it, in base64url. */
  readonly devices: readonly string[];
  readonly parts: number;
}

export interface Begun {
  readonly id: Uint8Array;
  readonly share: Uint8Array;
}

export interface HandedOut {
  readonly wraps: Uint8Array;
  readonly share: Uint8Array;
  readonly parts: readonly Uint8Array[];
}

export interface ArchiveHttp {
  begin(conversation: string, fence: bigint, wraps: Uint8Array, devices: readonly Uint8Array[]): Promise<Answer<Begun>>;
  add(archive: Uint8Array, number: number, content: Uint8Array): Promise<Answer<unknown>>;
  list(): Promise<Answer<readonly ArchiveHead[]>>;
  /** Written into the journal before it is answered. */
  open(id: string): Promise<Answer<HandedOut>>;
  erase(id: string): Promise<Answer<unknown>>;
}

const SHARE = 64;
const MOST_LISTED = 200;
const LONGEST_WRAPS = 24_576;
const LONGEST_PART = 87_403;

export function archiveHttp(http: Http): ArchiveHttp {
  return {
    begin: async (conversation, fence, wraps, devices) => {
      const body = {
        conversation: toBase64Url(fromHex(conversation) ?? new Uint8Array(0)),
        fence: Number(fence),
        wraps: toBase64Url(wraps),
        devices: devices.map(toBase64Url),
      };
      return read(await http.post('/api/archives', body), (value) => {
        const { id, share } = object(value);
        return { id: bytes(id, 16), share: bytes(share, SHARE) };
      });
    },
    add: (archive, number, content) =>
      http.post(`/api/archives/${toBase64Url(archive)}/parts`, { number, content: toBase64Url(content) }),
    list: async () =>
      read(await http.get('/api/archives'), (value) => list(object(value)['archives'], MOST_LISTED).map(readHead)),
    open: async (id) =>
      read(await http.post(`/api/archives/${id}/open`, undefined), (value) => {
        const { wraps, share, parts } = object(value);
        return {
          wraps: binary(wraps, LONGEST_WRAPS),
          share: bytes(share, SHARE),
          parts: list(parts, MOST_PARTS).map((part) => binary(part, LONGEST_PART)),
        };
      }),
    erase: (id) => http.post(`/api/archives/${id}/erase`, undefined),
  };
}

/** An answer of another shape is as good as none. */
function read<T>(answer: Answer<unknown>, reader: (value: unknown) => T): Answer<T> {
  if (answer.kind !== 'ok') return answer;
  try {
    return { kind: 'ok', value: reader(answer.value) };
  } catch {
    return { kind: 'unreachable' };
  }
}

function readHead(value: unknown): ArchiveHead {
  const { id, service, begun, ends, devices, parts } = object(value);
  return {
    id: toBase64Url(bytes(id, 16)),
    service: text(service, 64),
    begun: instant(begun),
    ends: instant(ends),
    devices: list(devices, MOST_RECIPIENTS).map((device) => toBase64Url(bytes(device, 16))),
    parts: whole(parts, 0),
  };
}

function binary(value: unknown, longest: number): Uint8Array {
  const read = fromBase64Url(text(value, longest));
  if (read === undefined) throw new TypeError('base64url');
  return read;
}
