/** Consoles of several colleagues around one letter house. */

import { signal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import type { SignedStatement } from '../../gen/havn/v1/talk_pb.ts';
import { Chance } from '../../testing/chance.ts';
import type { HandClock } from '../../testing/hand-clock.ts';
import { LetterHouse, ColleagueKeys } from '../../testing/letter-house.ts';
import { trusting, type Colleague } from '../../testing/letters.ts';
import type { TestTrust } from '../../testing/trust.ts';
import { until } from '../../testing/until.ts';
import type { TrustBook } from '../../trust/book.ts';
import type { DeviceState } from '../desk-view.ts';
import type { Inbox } from '../inbox/inbox-view.ts';
import { createInbox } from '../inbox/inbox.ts';
import { letterHttp } from '../inbox/letter-http.ts';

export interface TestConsole {
  readonly colleague: Colleague;
  readonly keys: ColleagueKeys;
  readonly inbox: Inbox;
  readonly device: Signal<DeviceState>;
  readonly onDuty: Signal<boolean>;
  /** How often the session was found to be over. */
  readonly sessionsOver: () => number;
  /** Fetches the list anew and waits for it. */
  looks(): Promise<void>;
  /** Opens a letter and waits for it. */
  opens(id: string): Promise<void>;
}

export class Desks {
  readonly chance = new Chance(7);

  private constructor(
    readonly house: LetterHouse,
    readonly clock: HandClock,
    readonly book: TrustBook,
    readonly trust: TestTrust,
  ) {}

  static async of(people: readonly Colleague[]): Promise<Desks> {
    const { book, clock, trust } = await trusting(people);
    return new Desks(new LetterHouse(new Chance(3), clock), clock, book, trust);
  }

  /** Opens the console of a colleague whom the roster names, and waits for their key to be stated. */
  async open(colleague: Colleague, role = 'worker'): Promise<TestConsole> {
    const opened = this.begin(colleague, role);
    await until(() => opened.inbox.key.value === 'stated' && opened.inbox.rows.value !== undefined);
    return opened;
  }

  begin(colleague: Colleague, role = 'worker', state: DeviceState = 'rostered'): TestConsole {
    const keys = new ColleagueKeys(colleague, this.chance, this.clock);
    const device = signal<DeviceState>(state);
    const onDuty = signal(true);
    let over = 0;
    const inbox = createInbox({
      person: { name: colleague.device.name, role, services: ['pro-mann'], pin: this.trust.pin },
      keys,
      http: letterHttp(this.house),
      files: this.house.files,
      trust: this.book,
      device,
      onDuty,
      clock: this.clock,
      random: this.chance.bytes,
      sessionOver: () => (over += 1),
    });
    const lists = (): number => this.house.asked.filter((asked) => asked === 'GET /api/letters').length;
    return {
      colleague,
      keys,
      inbox,
      device,
      onDuty,
      sessionsOver: () => over,
      looks: async () => {
        const [before, rows] = [lists(), inbox.rows.value];
        inbox.look();
        await until(() => lists() > before && inbox.rows.value !== rows);
      },
      opens: async (id) => {
        inbox.choose(id);
        await until(() => inbox.shown.value !== undefined && inbox.shown.value.opening.kind !== 'opening');
      },
    };
  }
}

/** The running statements of these consoles. */
export const keysOf = (consoles: readonly TestConsole[]): Promise<readonly SignedStatement[]> =>
  Promise.all(consoles.map(async ({ keys }) => (await keys.mailboxKey()).statement));
