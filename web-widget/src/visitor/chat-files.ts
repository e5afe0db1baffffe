/** Files in the visitor's running chat, and a call for help out of it; fetched with the chat's own screen. Nothing asked here carries a cookie or a referrer. */

import { signal, type Signal } from '@preact/signals';
import { fromBase64Url, toBase64Url } from '../kernel/base64.ts';
import { own } from '../kernel/bytes.ts';
import type { Random } from '../kernel/random.ts';
import { createChatFiles, troubleOf } from '../letters/chat-files.ts';
import type { ChatFiles } from '../letters/chat-files.ts';
import { LARGEST_FILE } from '../letters/file-ref.ts';
import type { FileRef } from '../letters/file-ref.ts';

/** The visit that the files belong to. */
export interface FileVisit {
  /** What proves the visit; undefined when there is none any more. */
  readonly proof: () => { readonly conversation: Uint8Array; readonly capability: Uint8Array } | undefined;
  readonly say: (ref: FileRef) => boolean;
  /** The server knows that there is danger. */
  readonly known: () => void;
  /** They said so, and it did not reach anybody. */
  readonly unknown: () => void;
}

/** What came of a call for help: whether somebody hears it, nobody but those in the chat does, or none was made. */
export type HelpCalled = 'called' | 'alone' | 'enough' | 'full' | 'failed';

export interface VisitFiles extends ChatFiles {
  /** What came of the last call; stays when a screen is built anew. */
  readonly help: Signal<'no' | 'calling' | HelpCalled>;
  /** Calls others on duty to the chat. Never fails. */
  callForHelp(): Promise<HelpCalled>;
  /** Whether the call still stands; true when nobody knows. Never fails. */
  helpStands(): Promise<boolean>;
}

type Fetch = (address: string, init: RequestInit) => Promise<Response>;
/** For a file of 10 MiB on a slow line. */
const PATIENCE = 180_000;
/** Whoever is in danger shall soon know whether anybody was called. */
const HELP_PATIENCE = 8_000;
/** This chat called three times, and nothing rings for it now; too many chats call at the moment. */
const REFUSED: Readonly<Record<number, HelpCalled>> = { 409: 'enough', 503: 'full' };
const MOST_STORED = LARGEST_FILE * 1.12 + 64;

/** @param origin for example `https://chat.example.org`, without a slash at the end */
export function visitFiles(visit: FileVisit, origin: string, fetcher: Fetch, random: Random): VisitFiles {
  const ask = (path: string, init: RequestInit, signal: AbortSignal): Promise<Response> =>
    fetcher(`${origin}/api/v1/visits/${path}`, {
      ...init,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
      signal,
    });
  const patient = (signal: AbortSignal): AbortSignal => AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
  const prove = (path: string): Promise<Response> => {
    const proof = visit.proof();
    if (proof === undefined) return Promise.reject(new Error('no visit'));
    const body = JSON.stringify({ conversation: toBase64Url(proof.conversation), capability: toBase64Url(proof.capability) });
    const headers = { 'content-type': 'application/json' };
    return ask(path, { method: 'POST', headers, body }, AbortSignal.timeout(HELP_PATIENCE));
  };
  const call = async (): Promise<HelpCalled> => {
    const answer = await prove('danger').catch(() => undefined);
    if (answer?.ok !== true) {
      visit.unknown();
      return REFUSED[answer?.status ?? 0] ?? 'failed';
    }
    visit.known();
    const { alone } = (await answer.json()) as { readonly alone?: unknown };
    return alone === false ? 'called' : 'alone';
  };
  const stands = async (): Promise<boolean> => {
    const answer = await prove('danger/standing');
    if (!answer.ok) return true;
    return ((await answer.json()) as { readonly stands?: unknown }).stands !== false;
  };
  const files = createChatFiles(
    {
      say: visit.say,
      keep: async (stored, signal) => {
        const proof = visit.proof();
        if (proof === undefined) return 'over';
        const headers = {
          'content-type': 'application/octet-stream',
          'havn-chat': toBase64Url(proof.conversation),
          'havn-capability': toBase64Url(proof.capability),
        };
        const answer = await ask('files', { method: 'POST', headers, body: own(stored) }, patient(signal));
        if (!answer.ok) return troubleOf(answer.status);
        const { id } = (await answer.json()) as { readonly id?: unknown };
        const read = typeof id === 'string' ? fromBase64Url(id) : undefined;
        return read?.length === 16 ? read : 'offline';
      },
      find: async (id, signal) => {
        const answer = await ask(`files/${toBase64Url(id)}`, { method: 'GET' }, patient(signal));
        if (!answer.ok) return answer.status === 404 ? 'gone' : 'unreachable';
        const stored = new Uint8Array(await answer.arrayBuffer());
        return stored.length <= MOST_STORED ? stored : 'unreachable';
      },
    },
    random,
  );
  return {
    ...files,
    help: signal('no'),
    callForHelp: () => call().catch((): HelpCalled => 'failed'),
    helpStands: () => stands().catch(() => true),
  };
}
