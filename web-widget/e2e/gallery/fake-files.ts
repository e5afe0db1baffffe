/** Files of a chat that are always the same: one goes, one does not. */

import { signal } from '@preact/signals';
import type { OutgoingFile } from '../../src/letters/chat-files.ts';
import type { VisitFiles } from '../../src/visitor/chat-files.ts';

const content = new Uint8Array(20_000);
const WAITING: readonly OutgoingFile[] = [
  { key: 0, file: { content, type: 'application/pdf', seconds: 0 }, state: 'sending' },
  { key: 1, file: { content, type: 'audio/webm', seconds: 7 }, state: 'offline' },
];

export const fixedFiles = (note: (call: string) => void): VisitFiles => ({
  help: signal('no'),
  callForHelp: () => {
    note('callForHelp');
    return Promise.resolve(location.href.includes('-full') ? 'full' : 'called');
  },
  helpStands: () => {
    note('helpStands');
    return Promise.resolve(false);
  },
  chosen: signal(undefined),
  over: new AbortController().signal,
  outgoing: signal(location.href.includes('-files') ? WAITING : []),
  add: ({ type }) => {
    note(`file ${type}`);
    return true;
  },
  again: (key) => note(`again ${key}`),
  remove: (key) => note(`remove ${key}`),
  open: () => Promise.resolve({ kind: 'damaged' }),
  forget: () => undefined,
});
