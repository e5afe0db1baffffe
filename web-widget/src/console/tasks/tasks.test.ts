import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../kernel/clock.ts';
import { seedIdentity } from '../../seal/xwing.ts';
import { HandClock } from '../../testing/hand-clock.ts';
import type { Http } from '../login/http.ts';
import { createTasks, type TaskKind, type Tasks } from './tasks.ts';

const KIND = { service: 'vakt', kind: 'barnevern', names: { nb: 'Barnevern' }, due: { minutes: 120 }, offices: [{ id: 'nord', names: { nb: 'Nord' } }], turn: 'nord', mayRaise: true };
const TASK = { task: 'a', service: 'vakt', kind: 'barnevern', due: '2026-11-20T14:00:00Z', raised: '2026-11-20T12:00:00Z', rings: 1, state: 'open', detail: true, skipped: [{ office: 'vest', reason: 'strange' }] };

/** No answer, later. */
const SLOW = -1;
/** Raised, later. */
const SLOW_201 = -201;
const THROWS = -500;
const DUE = Date.parse('2026-11-20T14:00:00Z');

interface House {
  readonly tasks: Tasks;
  readonly posted: [string, unknown][];
  readonly clock: HandClock;
  /** Names of tasks that the server has beside the first. */
  readonly listed: string[];
  /** Ends what was posted and is slow. */
  readonly held: (() => void)[];
  /** What does not work at the moment. */
  readonly broken: { list: 'not' | 'unreachable' | 'throws'; seal: boolean };
}

const names = ({ posted }: House): string[] => posted.map(([, body]) => (body as { task: string }).task.slice(0, 2));

/** @param raise the status of each answer to what is posted; 0 for none, or `SLOW`, `SLOW_201` or `THROWS` */
async function house(raise: number | readonly number[], keys: 'some' | 'none' = 'some'): Promise<House> {
  const posted: [string, unknown][] = [];
  const identity = seedIdentity(new Uint8Array(32).fill(7));
  let [file, drawn]: [unknown, number] = ['', 0];
  const http: Http = {
    get: (path) => {
      if (broken.list === 'throws') return Promise.reject(new Error('broken'));
      if (broken.list === 'unreachable') return Promise.resolve({ kind: 'unreachable' });
      return Promise.resolve({ kind: 'ok', value: path === '/api/tasks' ? { kinds: [KIND], tasks: [TASK, ...listed.map((task) => ({ ...TASK, task, office: 'nord' }))] } : { file } });
    },
    post: (path, body) => {
      posted.push([path, body]);
      file = (body as { detail?: { file: string } }).detail?.file ?? file;
      const status = typeof raise === 'number' ? raise : raise[posted.length - 1]!;
      if (status === THROWS) throw new Error('broken');
      if (status === SLOW) return new Promise((go) => held.push(() => go({ kind: 'unreachable' })));
      if (status === SLOW_201) return new Promise((go) => held.push(() => go({ kind: 'ok', value: { office: 'nord', due: '2026-11-20T14:00:00Z' } })));
      if (status === 0) return Promise.resolve({ kind: 'unreachable' });
      const before = posted.slice(0, -1).some(([, one]) => (one as { task?: string }).task === (body as { task?: string }).task) ? '2026-11-20T12:00:00Z' : null;
      return Promise.resolve(status === 201 ? { kind: 'ok', value: { office: 'nord', due: '2026-11-20T14:00:00Z', before } } : { kind: 'refused', status });
    },
  };
  const clock = new HandClock(0);
  const listed: string[] = [];
  const held: (() => void)[] = [];
  const broken: House['broken'] = { list: 'not', seal: false };
  const key = { device: new Uint8Array(16), xwing: identity.publicKey, from: 0, until: 1 };
  const tasks = createTasks({
    http,
    clock,
    keys: { mailboxKeys: () => Promise.resolve([{ identity }] as never) },
    sealTo: () => (broken.seal ? Promise.reject(new Error('broken')) : Promise.resolve(keys === 'some' ? [key] : [])),
    random: (length) => new Uint8Array(length).fill(++drawn),
  });
  await expect.poll(() => tasks.kinds.value.length).toBe(1);
  return { tasks, posted, clock, listed, held, broken };
}

function kind({ tasks }: House): TaskKind {
  const [first] = tasks.kinds.value;
  if (first === undefined) throw new Error('no kind');
  return first;
}

describe('tasks with a due time', () => {
  it('read what is late, and a reason they do not know as another one', async () => {
    const { tasks } = await house(201);
    expect(tasks.late.value.map(({ task }) => task)).toEqual(['a']);
    expect(tasks.late.value[0]?.skipped).toEqual([{ office: 'vest', reason: 'other' }]);
    tasks.close();
  });

  it('seal the detail so that only the service’s devices read it, and only where it belongs', async () => {
    const at = await house(201);
    expect(await at.tasks.raise(kind(at), 'Gutt, 15 år')).toEqual({ kind: 'raised', office: 'nord', due: Date.parse('2026-11-20T14:00:00Z') });
    expect(JSON.stringify(at.posted)).not.toContain('Gutt');
    const [task] = at.tasks.late.value;
    if (task === undefined) throw new Error('no task');
    expect(await at.tasks.open(task)).toBe('Gutt, 15 år');
    expect(await at.tasks.open({ ...task, kind: 'annet' })).toBeUndefined();
    at.tasks.close();
  });

  it('say when nobody could read a detail, and send nothing then', async () => {
    const at = await house(201, 'none');
    expect(await at.tasks.raise(kind(at), 'noe')).toEqual({ kind: 'no-keys' });
    expect(at.posted).toEqual([]);
    expect((await at.tasks.raise(kind(at), '')).kind).toBe('raised');
    expect(at.posted).toEqual([['/api/tasks', { task: '02'.repeat(16), service: 'vakt', kind: 'barnevern' }]]);
    at.tasks.close();
  });

  it.each([0, 500, 502, 503, 504])('raise under the same name what got no answer (%i), also after a refusal, and then under another one', async (lost) => {
    const at = await house([lost, 403, 201, 201]);
    expect(await at.tasks.raise(kind(at), '')).toEqual({ kind: 'unknown' });
    expect(await at.tasks.raise(kind(at), '')).toEqual({ kind: 'off-duty' });
    expect((await at.tasks.raise(kind(at), '')).kind).toBe('raised');
    expect((await at.tasks.raise(kind(at), '')).kind).toBe('raised');
    expect(names(at)).toEqual(['01', '01', '01', '02']);
    at.tasks.close();
  });

  it('raise what is said five minutes later as something else, and know what stands in the list as raised', async () => {
    const at = await house([0, 0, 0, 0]);
    await at.tasks.raise(kind(at), '');
    at.clock.pass(5 * MINUTE - 1);
    await at.tasks.raise(kind(at), '');
    at.clock.pass(1);
    at.listed.push('02'.repeat(16));
    expect(await at.tasks.raise(kind(at), '')).toEqual({ kind: 'raised', office: 'nord', due: Date.parse('2026-11-20T14:00:00Z') });
    await at.tasks.raise(kind(at), '');
    expect(names(at)).toEqual(['01', '01', '02', '03']);
    at.tasks.close();
  });

  it('know what any look lists as raised, and raise the same words as something else from then on', async () => {
    const at = await house([0, 201]);
    await at.tasks.raise(kind(at), '');
    expect(at.tasks.outcome.value).toEqual({ kind: 'unknown' });
    at.listed.push('01'.repeat(16));
    at.clock.pass(MINUTE);
    await expect.poll(() => at.tasks.outcome.value).toEqual({ kind: 'raised', office: 'nord', due: DUE });
    await at.tasks.raise(kind(at), '');
    expect(names(at)).toEqual(['01', '02']);
    at.tasks.close();
  });

  it.each([201, 0])('say of what the server has under that name already when it was raised (%i)', async (second) => {
    const at = await house([0, second]);
    await at.tasks.raise(kind(at), '');
    if (second === 0) at.listed.push('01'.repeat(16));
    const same = { kind: 'raised', office: 'nord', due: DUE, before: Date.parse('2026-11-20T12:00:00Z') };
    expect(await at.tasks.raise(kind(at), '')).toEqual(same);
    expect(at.tasks.outcome.value).toEqual(same);
    at.tasks.dismiss();
    expect(at.tasks.outcome.value).toBeUndefined();
    at.tasks.close();
  });

  it('send nothing of a second press while one is on its way, whatever its words, and answer it with what comes of the first', async () => {
    const at = await house([SLOW_201, 201]);
    expect(at.tasks.raising.value).toBe(false);
    const first = at.tasks.raise(kind(at), 'et barn');
    expect(at.tasks.raising.value).toBe(true);
    await expect.poll(() => at.held.length).toBe(1);
    const others = [at.tasks.raise(kind(at), 'et barn'), at.tasks.raise(kind(at), 'et annet')];
    at.held[0]?.();
    expect((await Promise.all([first, ...others])).map(({ kind: came }) => came)).toEqual(['raised', 'raised', 'raised']);
    expect(at.tasks.raising.value).toBe(false);
    expect(names(at)).toEqual(['01']);
    await at.tasks.raise(kind(at), 'et annet');
    expect(names(at)).toEqual(['01', '02']);
    at.tasks.close();
  });

  it('say nothing of what came of the last one while another is on its way, and raise what was lost as the same task then', async () => {
    const at = await house([SLOW, SLOW_201]);
    const first = at.tasks.raise(kind(at), '');
    await expect.poll(() => at.held.length).toBe(1);
    at.held[0]?.();
    await first;
    expect(at.tasks.outcome.value).toEqual({ kind: 'unknown' });
    const again = at.tasks.raise(kind(at), '');
    expect(at.tasks.outcome.value).toBeUndefined();
    at.clock.pass(5 * MINUTE);
    expect(at.tasks.outcome.value).toBeUndefined();
    await expect.poll(() => at.held.length).toBe(2);
    at.held[1]?.();
    await again;
    expect(at.tasks.outcome.value?.kind).toBe('raised');
    expect(names(at)).toEqual(['01', '01']);
    at.tasks.close();
  });

  it.each(['unreachable', 'throws'] as const)('know what was answered as raised when the list cannot be had (%s), also when somebody pressed twice', async (list) => {
    const at = await house([SLOW_201, 0]);
    const [first, second] = [at.tasks.raise(kind(at), 'barn'), at.tasks.raise(kind(at), 'barn')];
    await expect.poll(() => at.held.length).toBe(1);
    at.broken.list = list;
    at.held[0]?.();
    expect(await second).toEqual({ kind: 'raised', office: 'nord', due: DUE });
    expect(await first).toEqual(await second);
    expect(at.tasks.outcome.value).toEqual(await first);
    expect(names(at)).toEqual(['01']);
    at.tasks.close();
  });

  it('let what broke be raised again: not raised when nothing was sent, else the same task', async () => {
    const at = await house([THROWS, 201]);
    at.broken.seal = true;
    await expect(at.tasks.raise(kind(at), 'barn')).rejects.toThrow('broken');
    expect([at.tasks.raising.value, at.tasks.outcome.value]).toEqual([false, { kind: 'refused' }]);
    at.broken.seal = false;
    await expect(at.tasks.raise(kind(at), 'barn')).rejects.toThrow('broken');
    expect([at.tasks.raising.value, at.tasks.outcome.value]).toEqual([false, { kind: 'unknown' }]);
    at.broken.seal = true;
    await expect(at.tasks.raise(kind(at), 'barn')).rejects.toThrow('broken');
    expect([at.tasks.raising.value, at.tasks.outcome.value]).toEqual([false, { kind: 'unknown' }]);
    at.broken.seal = false;
    expect((await at.tasks.raise(kind(at), 'barn')).kind).toBe('raised');
    expect(names(at)).toEqual(['02', '02']);
    at.tasks.close();
  });

  it('doubt an earlier one that may be missing when another is raised, until the list shows it, and keep its name', async () => {
    const at = await house([0, 201, 0, 201, 403, 201]);
    await at.tasks.raise(kind(at), 'et barn');
    expect(at.tasks.doubt.value).toBe(false);
    await at.tasks.raise(kind(at), 'et annet');
    expect([at.tasks.outcome.value?.kind, at.tasks.doubt.value]).toEqual(['raised', true]);
    await at.tasks.raise(kind(at), 'et barn');
    expect([at.tasks.outcome.value?.kind, at.tasks.doubt.value]).toEqual(['unknown', false]);
    await at.tasks.raise(kind(at), 'et tredje');
    expect(at.tasks.doubt.value).toBe(true);
    at.listed.push('01'.repeat(16));
    at.clock.pass(MINUTE);
    await expect.poll(() => at.tasks.doubt.value).toBe(false);
    expect(at.tasks.outcome.value?.kind).toBe('raised');
    await at.tasks.raise(kind(at), 'et fjerde');
    await at.tasks.raise(kind(at), 'et femte');
    expect(at.tasks.doubt.value).toBe(false);
    expect(names(at)).toEqual(['01', '02', '01', '03', '04', '05']);
    at.tasks.close();
  });

  it('doubt it also when the other is refused or unknown too, and not beside what came of itself', async () => {
    const at = await house([0, 403, 0, 0]);
    await at.tasks.raise(kind(at), 'et barn');
    await at.tasks.raise(kind(at), 'et annet');
    expect([at.tasks.outcome.value?.kind, at.tasks.doubt.value]).toEqual(['off-duty', true]);
    await at.tasks.raise(kind(at), 'et tredje');
    expect([at.tasks.outcome.value?.kind, at.tasks.doubt.value]).toEqual(['unknown', true]);
    at.tasks.close();
    const alone = await house([0, 0]);
    await alone.tasks.raise(kind(alone), 'et barn');
    await alone.tasks.raise(kind(alone), 'et barn');
    expect([alone.tasks.outcome.value?.kind, alone.tasks.doubt.value]).toEqual(['unknown', false]);
    alone.tasks.close();
  });

  it('say only once of one that is older than five minutes that it may be missing', async () => {
    const at = await house([0, 201, 201]);
    await at.tasks.raise(kind(at), 'et barn');
    at.clock.pass(5 * MINUTE);
    await at.tasks.raise(kind(at), 'et annet');
    expect(at.tasks.doubt.value).toBe(true);
    await at.tasks.raise(kind(at), 'et tredje');
    expect(at.tasks.doubt.value).toBe(false);
    at.tasks.close();
  });

  it('do not take an earlier one that the list shows for the one that is still unknown', async () => {
    const at = await house([0, 0]);
    await at.tasks.raise(kind(at), 'et barn');
    await at.tasks.raise(kind(at), 'et annet');
    at.listed.push('01'.repeat(16));
    at.tasks.look();
    await expect.poll(() => at.tasks.tasks.value?.length).toBe(2);
    expect(at.tasks.outcome.value).toEqual({ kind: 'unknown' });
    at.listed.push('02'.repeat(16));
    at.tasks.look();
    await expect.poll(() => at.tasks.outcome.value?.kind).toBe('raised');
    at.tasks.close();
  });

  it('promise nothing of words that nobody can see any more, but keep their name', async () => {
    const at = await house([SLOW, 201]);
    const first = at.tasks.raise(kind(at), 'barn');
    await expect.poll(() => at.held.length).toBe(1);
    at.tasks.dismiss();
    at.held[0]?.();
    expect(await first).toEqual({ kind: 'unknown' });
    expect(at.tasks.outcome.value).toEqual({ kind: 'lost' });
    await at.tasks.raise(kind(at), 'barn');
    expect(names(at)).toEqual(['01', '01']);
    at.tasks.close();
  });

  it('remember twenty whose answer was lost, the oldest go', async () => {
    const at = await house(0);
    for (let each = 0; each <= 20; each += 1) await at.tasks.raise(kind(at), `barn ${String(each)}`);
    await at.tasks.raise(kind(at), 'barn 1');
    await at.tasks.raise(kind(at), 'barn 0');
    const sent = names(at);
    expect([sent[21] === sent[1], sent.indexOf(sent[22] ?? '') === 22]).toEqual([true, true]);
    at.tasks.close();
  });

  it('promise no longer than five minutes after the first time that it is the same task, however slowly it is sealed', async () => {
    const at = await house([0, 0, 0]);
    await at.tasks.raise(kind(at), 'barn');
    at.clock.pass(5 * MINUTE - 1);
    const again = at.tasks.raise(kind(at), 'barn');
    at.clock.pass(1);
    expect(await again).toEqual({ kind: 'unknown' });
    expect(at.tasks.outcome.value).toEqual({ kind: 'lost' });
    await at.tasks.raise(kind(at), 'barn');
    expect(names(at)).toEqual(['01', '01', '02']);
    at.tasks.close();
  });

  it('say who has to go on duty first, and what came too late', async () => {
    const at = await house(403);
    expect(await at.tasks.raise(kind(at), '')).toEqual({ kind: 'off-duty' });
    await at.tasks.skip('a', 'no-room');
    expect(at.tasks.refused.value).toBe(true);
    expect(at.posted.at(-1)).toEqual(['/api/tasks/a/acts', { act: 'skip', reason: 'no-room' }]);
    at.tasks.close();
  });
});
