/** Everything that a database holds, as its clients are given it: on its disk values may be compressed. */

import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Demo } from './demo.ts';

const PROTOCOL = 3 << 16;
const NAME = 'havn';
/** From the widget's port to that of the database. */
const BEHIND_WIDGET = 5;
const TABLES =
  "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')";

interface Message {
  readonly kind: string;
  readonly body: Buffer;
}

/** The rows of every table of the demonstration's database: bytes and texts as they are, by their names. */
export async function tablesOf(demo: Demo): Promise<ReadonlyMap<string, Buffer>> {
  const socket = connect(Number(new URL(demo.read().pages.widget).port) + BEHIND_WIDGET, '127.0.0.1');
  try {
    const messages = messagesOf(socket);
    await login(socket, messages, readFileSync(join(demo.folder, 'postgres.password'), 'utf8').trim());
    const tables = new Map<string, Buffer>();
    // In each row: the number of columns, the length of the one column, its text.
    for (const row of await asked(socket, messages, TABLES, 'D')) {
      const name = row.toString('utf8', 6);
      tables.set(name, Buffer.concat(await asked(socket, messages, `COPY ${name} TO STDOUT (FORMAT binary)`, 'd')));
    }
    return tables;
  } finally {
    socket.destroy();
  }
}

/** A letter, the length with itself, and so many bytes less four. */
async function* messagesOf(socket: Socket): AsyncGenerator<Message, void, void> {
  let read: Buffer = Buffer.alloc(0);
  for await (const chunk of socket) {
    read = Buffer.concat([read, chunk as Buffer]);
    while (read.length >= 5 && read.length > read.readInt32BE(1)) {
      const end = 1 + read.readInt32BE(1);
      yield { kind: read.toString('latin1', 0, 1), body: read.subarray(5, end) };
      read = read.subarray(end);
    }
  }
}

async function next(messages: AsyncGenerator<Message, void, void>): Promise<Message> {
  const { value } = await messages.next();
  if (value === undefined) throw new Error('the database hung up');
  if (value.kind === 'E') throw new Error(`the database refused: ${value.body.toString('utf8').replaceAll('\0', ' ')}`);
  return value;
}

function says(socket: Socket, kind: string, ...parts: readonly Buffer[]): void {
  const body = Buffer.concat(parts);
  socket.write(Buffer.concat([Buffer.from(kind, 'latin1'), int32(body.length + 4), body]));
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

async function asked(
  socket: Socket,
  messages: AsyncGenerator<Message, void, void>,
  query: string,
  kind: 'D' | 'd',
): Promise<readonly Buffer[]> {
  says(socket, 'Q', Buffer.from(`${query}\0`));
  const all: Buffer[] = [];
  for (;;) {
    const message = await next(messages);
    if (message.kind === kind) all.push(message.body);
    if (message.kind === 'Z') return all;
  }
}

/** SCRAM-SHA-256 (RFC 5802, RFC 7677), without a word to the channel it runs over. */
async function login(socket: Socket, messages: AsyncGenerator<Message, void, void>, password: string): Promise<void> {
  says(socket, '', int32(PROTOCOL), Buffer.from(`user\0${NAME}\0database\0${NAME}\0\0`));
  await next(messages);
  const first = `n=,r=${randomBytes(18).toString('base64')}`;
  const hello = Buffer.from(`n,,${first}`);
  says(socket, 'p', Buffer.from('SCRAM-SHA-256\0'), int32(hello.length), hello);
  const challenge = (await next(messages)).body.toString('utf8', 4);
  const { r: nonce, s: salt, i: rounds } = Object.fromEntries(challenge.split(',').map((part): [string, string] => [part.slice(0, 1), part.slice(2)]));
  const last = `c=biws,r=${nonce ?? ''}`;
  const salted = pbkdf2Sync(password, Buffer.from(salt ?? '', 'base64'), Number(rounds), 32, 'sha256');
  const key = hmac(salted, 'Client Key');
  const signature = hmac(createHash('sha256').update(key).digest(), `${first},${challenge},${last}`);
  const proof = key.map((byte, at) => byte ^ (signature[at] ?? 0));
  says(socket, 'p', Buffer.from(`${last},p=${Buffer.from(proof).toString('base64')}`));
  while ((await next(messages)).kind !== 'Z');
}

const hmac = (key: Buffer, words: string): Buffer => createHmac('sha256', key).update(words).digest();
