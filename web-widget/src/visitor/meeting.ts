/** Notes in a mailbox with whom its owner talks in the chat they rang for from it. */

import { fromHex } from '../kernel/hex.ts';
import { unattended } from '../kernel/unattended.ts';
import type { Mailbox } from '../letters/mailbox.ts';
import { writeWith } from './mailbox-room.ts';
import type { MailboxTools, OpenBox } from './mailbox-room.ts';
import type { VisitState } from './session-view.ts';

export interface Meeting {
  /** Notes whoever leads the chat, also after a handover. Once the visit is over the key goes, after the note that is under way. */
  see(visit: VisitState): void;
  /** Stops a note that is under way, and forgets the key at once. */
  forget(): void;
}

/** @param mailbox belongs to the meeting from now on: the half that opens goes at once, the half that signs with the visit */
export function meetingOf(mailbox: Mailbox, opened: OpenBox, tools: MailboxTools): Meeting {
  mailbox.shut();
  const stop = new AbortController();
  let box: OpenBox | undefined = { ...opened, answers: [] };
  let lead: string | undefined;
  let [writing, over] = [false, false];

  const forget = (): void => {
    stop.abort();
    mailbox.forget();
    box = undefined;
  };
  const write = async (): Promise<void> => {
    writing = true;
    for (let noted: string | undefined; box !== undefined && noted !== lead; ) {
      noted = lead;
      const written = await writeWith(mailbox, box, fromHex(noted ?? '') ?? new Uint8Array(0), tools, stop.signal);
      if (!stop.signal.aborted) box = written ?? box;
    }
    writing = false;
    if (over) forget();
  };
  return {
    see: (visit) => {
      if (visit.kind === 'talking') {
        const now = visit.talk.members.find((member) => member.lead === true)?.device;
        if (now === undefined || now === lead) return;
        lead = now;
        if (!writing) unattended(write());
      } else if (visit.kind !== 'waiting' && visit.kind !== 'checking') {
        over = true;
        if (!writing) forget();
      }
    },
    forget,
  };
}
