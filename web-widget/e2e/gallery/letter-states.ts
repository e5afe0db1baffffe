/** One fixed state for every screen about letters and return codes, by name. */

import type { DrawnCode, LettersState, MailboxView } from '../../src/visitor/letters-view.ts';

const AT = Date.UTC(2026, 10, 20, 18, 4);
const DAY = 86_400_000;

export const CODE: DrawnCode = {
  form: 'words',
  text: 'yo-yo zoom abacus drop-down unlit felt-tip',
  groups: ['yo-yo', 'zoom', 'abacus', 'drop-down', 'unlit', 'felt-tip'],
  settled: false,
};
export const DIGITS: DrawnCode = {
  form: 'digits',
  text: '012345678901234567890123',
  groups: ['0123', '4567', '8901', '2345', '6789', '0123'],
  settled: false,
};

const box: MailboxView = {
  word: 'hummus',
  nextWord: 'zoology',
  letters: [AT, AT + 3_600_000],
  answers: [
    {
      number: 1,
      text: 'Ja, kom på torsdag kl. 10. Du trenger ikke si hva du heter.\nSe https://example.org/sykepleier.',
      name: 'Kari',
      role: 'worker',
      at: AT + DAY,
      files: [],
    },
    {
      number: 2,
      text: 'ได้ค่ะ',
      name: 'Amal',
      role: 'coordinator',
      at: AT + 2 * DAY,
      files: [
        { type: 'audio/webm', seconds: 34 },
        { type: 'image/png', seconds: 0 },
        { type: 'application/pdf', seconds: 0 },
        { type: 'image/jpeg', seconds: 0 },
      ],
    },
  ],
  unverified: 1,
  ends: AT + 30 * DAY,
  wish: 'device:AAAAAAAAAAAAAAAAAAAAAA',
};

export const LETTER_STATES = {
  'letter-writing': { kind: 'writing', trouble: undefined, again: false },
  'letter-trouble': { kind: 'writing', trouble: 'offline', again: false },
  'letter-again': { kind: 'writing', trouble: 'full', again: true },
  'letter-asking': { kind: 'asking', trouble: undefined },
  'letter-unknown': { kind: 'asking', trouble: 'unknown' },
  'letter-key': { kind: 'busy', doing: 'key' },
  'letter-sent': { kind: 'sent', ends: AT + 30 * DAY, word: 'hummus', again: false },
  'letter-sent-again': { kind: 'sent', ends: AT + 30 * DAY, word: 'hummus', again: true },
  'letter-keeping': { kind: 'keeping', trouble: undefined },
  'letter-kept': { kind: 'kept', ends: AT + 30 * DAY, word: 'hummus' },
  'letter-open': { kind: 'open', box, trouble: undefined },
  'letter-open-empty': {
    kind: 'open',
    box: { ...box, answers: [], unverified: 0, nextWord: undefined },
    trouble: 'offline',
  },
  'letter-erased': { kind: 'erased' },
  'letter-nobody': { kind: 'nobody' },
  'letter-untrusted': { kind: 'stopped', reason: 'untrusted' },
  'letter-roster-old': { kind: 'stopped', reason: 'roster-old' },
  'letter-clock': { kind: 'stopped', reason: 'clock' },
  'letter-damaged': { kind: 'stopped', reason: 'damaged' },
  'letter-browser': { kind: 'stopped', reason: 'browser' },
} as const satisfies Record<string, LettersState>;

export type LetterStateName = keyof typeof LETTER_STATES;
