import type { SignedStatement } from '../gen/havn/v1/talk_pb.ts';
import { toHex } from '../kernel/hex.ts';
import { hash } from '../seal/hash.ts';
import { readStatement } from '../seal/statement.ts';
import { Doubt } from './stop.ts';

const MOST = 64;

/** Shift statements of the stream by H(payload). Nobody believes one before an epoch names it. */
export class Statements {
  private readonly known = new Map<string, SignedStatement>();
  /** The newest of each device. */
  private readonly newest = new Map<string, SignedStatement>();
  /** Devices that stated their keys since the last epoch. */
  private readonly fresh = new Set<string>();

  add(statement: SignedStatement): void {
    const name = toHex(hash(statement.payload));
    if (!this.known.has(name) && this.known.size >= MOST) throw new Doubt('epoch-refused');
    this.known.set(name, statement);
    const said = readStatement(statement);
    if (said === undefined) return;
    this.newest.set(toHex(said.device), statement);
    this.fresh.add(toHex(said.device));
  }

  get(statementHash: Uint8Array): SignedStatement | undefined {
    return this.known.get(toHex(statementHash));
  }

  newestOf(device: Uint8Array): SignedStatement | undefined {
    return this.newest.get(toHex(device));
  }

  isFresh(device: Uint8Array): boolean {
    return this.fresh.has(toHex(device));
  }

  /** An epoch began. */
  used(): void {
    this.fresh.clear();
  }
}
