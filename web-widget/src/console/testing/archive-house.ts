/** The desk's routes about transcripts, in memory: what `openapi/desk.yaml` promises. */

import { fromBase64Url, toBase64Url } from '../../kernel/base64.ts';
import { HOUR } from '../../kernel/clock.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Chance } from '../../testing/chance.ts';
import type { Answer, Http } from '../login/http.ts';

export interface KeptArchive {
  readonly id: string;
  readonly conversation: string;
  readonly begun: number;
  readonly wraps: string;
  readonly devices: readonly string[];
  share: string | undefined;
  parts: string[];
}

interface Body {
  readonly conversation?: string;
  readonly wraps?: string;
  readonly devices?: readonly string[];
  readonly number?: number;
  readonly content?: string;
}

const LENGTHS = [4_112, 16_400, 65_552];

export class ArchiveHouse implements Http {
  archives: KeptArchive[] = [];
  /** What the server wrote into its journal. */
  readonly journal: string[] = [];
  readonly asked: string[] = [];
  /** Answers this to everything while it is set. */
  refuses: number | 'gone' | undefined;

  constructor(
    private readonly chance: Chance,
    private readonly clock: Clock,
  ) {}

  get(path: string): Promise<Answer<unknown>> {
    return this.answer('GET', path, {});
  }

  post(path: string, body: unknown): Promise<Answer<unknown>> {
    return this.answer('POST', path, body ?? {});
  }

  private answer(method: string, path: string, body: Body): Promise<Answer<unknown>> {
    this.asked.push(`${method} ${path}`);
    if (this.refuses === 'gone') return Promise.resolve({ kind: 'unreachable' });
    if (this.refuses !== undefined) return no(this.refuses);
    const [, , , id, act] = path.split('/');
    if (id === undefined) return method === 'GET' ? ok({ archives: this.archives.map(head) }) : this.begin(body);
    const archive = this.archives.find((each) => each.id === id);
    if (archive === undefined) return no(404);
    if (act === 'parts') return add(archive, body);
    this.journal.push(`${act ?? ''} ${id}`);
    if (act === 'erase') {
      this.archives = this.archives.filter((each) => each !== archive);
      return ok({});
    }
    const { wraps, share, parts } = archive;
    return share === undefined ? no(410) : ok({ wraps, share, parts });
  }

  private begin({ conversation = '', wraps = '', devices = [] }: Body): Promise<Answer<unknown>> {
    const [id, share] = [toBase64Url(this.chance.bytes(16)), toBase64Url(this.chance.bytes(64))];
    this.archives.push({ id, conversation, begun: this.clock.now(), wraps, devices, share, parts: [] });
    return ok({ id, share });
  }
}

function add(archive: KeptArchive, { number, content = '' }: Body): Promise<Answer<unknown>> {
  if (!LENGTHS.includes(fromBase64Url(content)?.length ?? 0)) return no(422);
  if (number !== archive.parts.length + 1) return no(archive.parts[(number ?? 0) - 1] === content ? 204 : 409);
  archive.parts.push(content);
  return ok({});
}

const head = ({ id, begun, devices, parts }: KeptArchive): unknown => ({
  id,
  service: 'pro-mann',
  writer: '0'.repeat(32),
  devices,
  begun: new Date(begun).toISOString(),
  ends: new Date(begun + 14 * 24 * HOUR).toISOString(),
  parts: parts.length,
});

const ok = (value: unknown): Promise<Answer<unknown>> => Promise.resolve({ kind: 'ok', value });
const no = (status: number): Promise<Answer<unknown>> => Promise.resolve({ kind: 'refused', status });
