import type { SignedStatement } from '../gen/havn/v1/talk_pb.ts';
import { hash } from '../seal/hash.ts';
import { toHex } from '../kernel/hex.ts';
import { Doubt } from './stop.ts';

const MOST = 64;

/** Shift statements of the stream by H(payload). Nobody believes one before an epoch names it. */
export class Statements {
  private readonly known = new Map<string, SignedStatement>();

  add(statement: SignedStatement): void {
    const name = toHex(hash(statement.payload));
    if (!this.known.has(name) && this.known.size >= MOST) throw new Doubt('epoch-refused');
    this.known.set(name, statement);
  }

  get(statementHash: Uint8Array): SignedStatement | undefined {
    return this.known.get(toHex(statementHash));
  }
}
