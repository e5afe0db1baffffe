/** Everything the page of outreach shows of one service. */

import type { ReadonlySignal, Signal } from '@preact/signals';
import { createCampaigns, type Campaigns } from './campaigns.ts';
import { createCardDesk, type CardDesk } from './card-desk.ts';
import type { DutyText } from './duty-texts.ts';
import { createImport, type Importing } from './importing.ts';
import type { AllOptOuts, OptOuts } from './opt-outs.ts';
import { createSilence, type Silence } from './silence.ts';
import type { Tending } from './tending.ts';
import { createThreads, type Threads } from './threads.ts';
import type { OutreachTools, Refusal } from './tools.ts';
import type { ThreadList, Waiting } from './waiting.ts';
import type { Card } from './wire.ts';
import { cardOf, cardsWith, createWorklist, type FoundCards, type Worklist } from './worklist.ts';

/** What the room has of outreach before the page is open. */
export interface Outreach {
  readonly waiting: Waiting;
  readonly tending: Tending;
  readonly optOuts: AllOptOuts;
  /** What waits for this person while they are on duty, in order. */
  readonly onDuty: ReadonlySignal<readonly DutyText[]>;
  /** How many more wait that this browser does not open. */
  readonly closed: ReadonlySignal<number>;
  /** What the page opens with, once: somebody pressed it on the duty page. */
  readonly wanted: Signal<DutyText | undefined>;
  tools(service: string): OutreachTools;
}

export interface OutreachStores {
  readonly worklist: Worklist;
  readonly desk: CardDesk;
  readonly threads: Threads;
  readonly campaigns: Campaigns;
  readonly importing: Importing;
  readonly optOuts: OptOuts;
  readonly silence: Silence;
  /** Cards with a number. */
  cardsWith(number: string): Promise<FoundCards | 'no-number'>;
  cardOf(card: string): Promise<Card | Refusal>;
  close(): void;
}

/** Ends with `close`: nothing that was opened stays. Numbers that are being stopped go on. */
export function openOutreach(tools: OutreachTools, list: ThreadList, optOuts: OptOuts): OutreachStores {
  const worklist = createWorklist(tools);
  const desk = createCardDesk(tools, worklist, list);
  const threads = createThreads(tools, list);
  const campaigns = createCampaigns(tools);
  const importing = createImport(tools);
  const silence = createSilence(tools);
  return {
    worklist,
    desk,
    threads,
    campaigns,
    importing,
    optOuts,
    silence,
    cardsWith: (number) => cardsWith(tools, number),
    cardOf: (card) => cardOf(tools, card),
    close() {
      desk.close();
      threads.close();
      worklist.close();
      campaigns.close();
      importing.forget();
      optOuts.leave();
    },
  };
}
