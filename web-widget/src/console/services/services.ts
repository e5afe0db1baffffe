/** The services a coordinator writes: drafts, what they would say, and what is published. */

import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Clock } from '../../kernel/clock.ts';
import type { Answer, Http } from '../login/http.ts';
import { list, members, text } from '../login/read.ts';
import { readFigures, type MonthRow } from './figures.ts';
import { readRounds, strikeRound, type RoundsRow, type Struck } from './rounds.ts';
import { localMinute } from './calendar.ts';
import { documentOf, formOf, neverByPhone, NEW_SERVICE, unedited, type ServiceForm } from './form.ts';

export interface ServiceRow {
  readonly id: string;
  readonly name: string;
  /** Closed at all hours. */
  readonly off: boolean;
  /** Number of the newest edition; 0, it was never published. */
  readonly edition: number;
  /** ms since 1970; undefined when it was never published. */
  readonly published: number | undefined;
  /** Empty: from the command line. */
  readonly by: string;
  readonly draft: boolean;
}

export interface Edition {
  readonly number: number;
  readonly published: number;
  readonly by: string;
}

/** One service on the table. */
export interface Opened {
  readonly id: string;
  readonly edition: number;
  /** As it is published; undefined for a new one. */
  readonly published: ServiceForm | undefined;
  readonly before: ServiceForm | undefined;
  readonly editions: readonly Edition[];
  /** 0: there is no draft. */
  readonly revision: number;
  /** The draft was begun before what is published now. */
  readonly behind: boolean;
  /** The draft, or what is published, and what was typed since. What is not edited here is as published, unless the draft was begun from that. */
  readonly form: ServiceForm;
  /** Something was typed that is not kept yet. */
  readonly typed: boolean;
}

export interface Says {
  readonly inHours: boolean;
  /** RFC 3339. */
  readonly at: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly day: readonly { readonly from: string; readonly to: string }[];
  readonly lanes: readonly { readonly lane: string; readonly inHours: boolean; readonly opensAt: string }[];
  /** Who answers instead, and from when; undefined when nobody does. */
  readonly instead: { readonly name: string; readonly from: string } | undefined;
}

export interface Preview {
  readonly faults: readonly string[];
  readonly says: Says | undefined;
}

/** `overtaken`: somebody else saved or published in the meantime. */
export type Outcome =
  | { readonly kind: 'none' | 'busy' | 'saved' | 'published' | 'undone' | 'discarded' | 'overtaken' | 'taken' | 'unreachable' }
  | { readonly kind: 'faults'; readonly faults: readonly string[] };

export interface Services {
  /** Undefined until they were read once. */
  readonly list: ReadonlySignal<readonly ServiceRow[] | undefined>;
  readonly reached: ReadonlySignal<boolean>;
  /** The newest month first. */
  readonly figures: ReadonlySignal<readonly MonthRow[]>;
  /** The newest month first. */
  readonly rounds: ReadonlySignal<readonly RoundsRow[]>;
  /** Takes out a wrong round, by the code that its phone has. */
  strike(service: string, code: string): Promise<Struck>;
  readonly opened: ReadonlySignal<Opened | undefined>;
  readonly outcome: ReadonlySignal<Outcome>;
  look(): Promise<void>;
  open(id: string): Promise<void>;
  openNew(): void;
  close(): void;
  /** Keeps what was typed, if anything was, and closes; false when that was refused, and it stays open. */
  leave(): Promise<boolean>;
  type(form: ServiceForm): void;
  /** Keeps what was typed as the draft; false when it was not kept. */
  save(): Promise<boolean>;
  /** What was asked for what is typed now; undefined, nothing was. */
  readonly previewed: ReadonlySignal<Preview | 'unanswered' | undefined>;
  /** Now, on the service's clock, as {@link Services.preview} takes it. */
  moment(): string;
  /** @param at local date and time with a T between; empty, now */
  preview(at: string): Promise<void>;
  /** Keeps what was typed, and publishes it. */
  publish(): Promise<boolean>;
  undo(): Promise<void>;
  discard(): Promise<void>;
}

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
const ID = /^[a-z0-9-]{1,64}$/u;
/** As the server says it. */
const ID_FAULT = 'id must be 1–64 of a–z, 0–9 and hyphen';
const AFTER_FAULT = 'afterHours.hours must hold hours in which somebody answers, or say that it is round the clock';

export function createServices(parts: {
  readonly http: Http;
  readonly clock: Clock;
  /** Told before a new service is published: from then on this person works for it. */
  readonly making: (service: string) => void;
}): Services {
  const { http, clock, making } = parts;
  const rows = signal<readonly ServiceRow[] | undefined>(undefined);
  const reached = signal(true);
  const figures = signal<readonly MonthRow[]>([]);
  const rounds = signal<readonly RoundsRow[]>([]);
  const opened = signal<Opened | undefined>(undefined);
  const outcome = signal<Outcome>({ kind: 'none' });
  const asked = signal<{ readonly form: ServiceForm; readonly preview: Preview | 'unanswered' } | undefined>(undefined);
  /** An answer about what was typed before says nothing of what is typed now. */
  const previewed = computed(() => (asked.value?.form === opened.value?.form ? asked.value?.preview : undefined));
  const moment = (): string => localMinute(clock.now(), (opened.value ?? NOTHING).form.zone);

  const look = async (): Promise<void> => {
    const [answer, counted, gone] = await Promise.all([http.get('/api/services'), http.get('/api/figures'), http.get('/api/field/months')]);
    reached.value = answer.kind === 'ok';
    if (answer.kind === 'ok') rows.value = list(members(answer.value)['services']).map(readRow);
    if (counted.kind === 'ok') figures.value = readFigures(counted.value);
    if (gone.kind === 'ok') rounds.value = readRounds(gone.value);
  };
  const read = async (id: string): Promise<boolean> => {
    const answer = await http.get(`/api/services/${id}`);
    if (answer.kind === 'ok') opened.value = readOpened(answer.value);
    return answer.kind === 'ok';
  };
  /** What came of it; faults are an answer too. */
  const came = (answer: Answer<unknown>, done: Outcome['kind'] & ('saved' | 'published' | 'undone')): boolean => {
    if (answer.kind !== 'ok') {
      outcome.value = { kind: refusal(answer) };
      return false;
    }
    const faults = list(members(answer.value)['faults']).map(text);
    outcome.value = faults.length === 0 ? { kind: done } : { kind: 'faults', faults };
    return faults.length === 0;
  };
  const post = (path: string, body: unknown): Promise<Answer<unknown>> => {
    outcome.value = { kind: 'busy' };
    return http.post(path, body);
  };
  const save = async (): Promise<boolean> => {
    const now = opened.value;
    if (now === undefined) return false;
    const { edition: base, revision, form } = now;
    const service = form.id.trim();
    if (!ID.test(service)) {
      outcome.value = { kind: 'faults', faults: [ID_FAULT] };
      return false;
    }
    const answer = await post('/api/services/drafts', { service, base, revision, document: documentOf(form) });
    if (!came(answer, 'saved') || answer.kind !== 'ok') return false;
    const kept = { id: service, revision: number(members(answer.value)['revision']), behind: false };
    // Whoever went on typing meanwhile keeps what they typed.
    opened.value = { ...(opened.value ?? now), ...kept, typed: opened.value?.form !== form };
    await look();
    return true;
  };
  const close = (): void => {
    opened.value = undefined;
    outcome.value = { kind: 'none' };
  };
  return {
    list: rows,
    reached,
    figures,
    rounds,
    strike: (service, code) => strikeRound(http, service, code),
    opened,
    outcome,
    look,
    save,
    async open(id) {
      outcome.value = { kind: 'none' };
      if (!(await read(id))) outcome.value = { kind: 'unreachable' };
    },
    openNew() {
      outcome.value = { kind: 'none' };
      opened.value = NOTHING;
    },
    type(form) {
      if (opened.value !== undefined) opened.value = { ...opened.value, form, typed: true };
    },
    close,
    async leave() {
      const kept = opened.value?.typed !== true || (await save());
      if (kept) close();
      return kept;
    },
    previewed,
    moment,
    async preview(at) {
      const { form } = opened.value ?? NOTHING;
      const answer = await http.post('/api/services/preview', { document: documentOf(form), at: at === '' ? moment() : at });
      asked.value = { form, preview: answer.kind === 'ok' ? readPreview(answer.value) : 'unanswered' };
    },
    async publish() {
      if (!(await save())) return false;
      const { id, edition, revision, form } = opened.value ?? NOTHING;
      if (neverByPhone(form)) {
        outcome.value = { kind: 'faults', faults: [AFTER_FAULT] };
        return false;
      }
      if (edition === 0) making(id);
      const done = came(await post('/api/services/publish', { service: id, revision }), 'published');
      if (done) await Promise.all([look(), read(id)]);
      return done;
    },
    async undo() {
      const { id, edition } = opened.value ?? NOTHING;
      if (came(await post('/api/services/undo', { service: id, base: edition }), 'undone')) {
        await Promise.all([look(), read(id)]);
      }
    },
    async discard() {
      const { id, edition, revision } = opened.value ?? NOTHING;
      const answer = await post('/api/services/drafts/discard', { service: id, revision });
      outcome.value = { kind: answer.kind === 'ok' ? 'discarded' : refusal(answer) };
      if (answer.kind === 'ok' && edition === 0) opened.value = undefined;
      await Promise.all([look(), ...(edition === 0 ? [] : [read(id)])]);
    },
  };
}

const NOTHING: Opened = {
  id: '',
  edition: 0,
  published: undefined,
  before: undefined,
  editions: [],
  revision: 0,
  behind: false,
  form: NEW_SERVICE,
  typed: false,
};

function refusal(answer: Exclude<Answer<unknown>, { readonly kind: 'ok' }>): 'overtaken' | 'taken' | 'unreachable' {
  if (answer.kind === 'unreachable') return 'unreachable';
  return answer.status === 409 ? 'overtaken' : answer.status === 404 ? 'taken' : 'unreachable';
}

const moment = (value: unknown): number | undefined => {
  const at = Date.parse(text(value));
  return Number.isNaN(at) ? undefined : at;
};

const shownName = (names: unknown, otherwise: string): string => {
  const all = members(names);
  const first = text(all['nb']) === '' ? Object.values(all).map(text).find((name) => name !== '') : text(all['nb']);
  return first ?? otherwise;
};

function readRow(value: unknown): ServiceRow {
  const json = members(value);
  const id = text(json['id']);
  return {
    id,
    name: shownName(json['names'], id),
    off: json['off'] === true,
    edition: number(json['edition']),
    published: moment(json['published']),
    by: text(json['by']),
    draft: json['draft'] === true,
  };
}

function readOpened(value: unknown): Opened {
  const json = members(value);
  const draft = members(json['draft']);
  const there = (document: unknown): ServiceForm | undefined => (typeof document === 'object' && document !== null ? formOf(document) : undefined);
  const published = there(json['document']);
  const edition = number(json['edition']);
  const revision = number(draft['revision']);
  const behind = revision > 0 && number(draft['base']) !== edition;
  const drafted = there(draft['document']);
  return {
    id: text(json['id']),
    edition,
    published,
    before: there(json['before']),
    editions: list(json['editions']).map((each) => {
      const one = members(each);
      return { number: number(one['number']), published: moment(one['published']) ?? 0, by: text(one['by']) };
    }),
    revision,
    behind,
    form: drafted === undefined ? (published ?? NEW_SERVICE) : behind && published !== undefined ? { ...drafted, ...unedited(published) } : drafted,
    typed: false,
  };
}

function readPreview(value: unknown): Preview {
  const json = members(value);
  const faults = list(json['faults']).map(text);
  if (typeof json['says'] !== 'object' || json['says'] === null) return { faults, says: undefined };
  const says = members(json['says']);
  const instead = members(says['instead']);
  return {
    faults,
    says: {
      inHours: says['inHours'] === true,
      at: text(says['at']),
      opensAt: text(says['opensAt']),
      closesAt: text(says['closesAt']),
      day: list(says['day']).map((span) => ({ from: text(members(span)['from']), to: text(members(span)['to']) })),
      lanes: Object.entries(members(says['lanes'])).map(([lane, hours]) => ({
        lane,
        inHours: members(hours)['inHours'] === true,
        opensAt: text(members(hours)['opensAt']),
      })),
      instead:
        typeof says['instead'] === 'object' && says['instead'] !== null
          ? { name: shownName(instead['names'], ''), from: text(instead['from']) }
          : undefined,
    },
  };
}
