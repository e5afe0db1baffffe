import { describe, expect, it } from 'vitest';
import { toBase64Url } from '../kernel/base64.ts';
import { systemRandom } from '../kernel/random.ts';
import { visitFiles, type FileVisit, type VisitFiles } from './chat-files.ts';

const CONVERSATION = new Uint8Array(16).fill(1);
const CAPABILITY = new Uint8Array(32).fill(2);
const PROVEN: FileVisit = { proof: () => ({ conversation: CONVERSATION, capability: CAPABILITY }), say: () => true, known: () => undefined, unknown: () => undefined };

function answering(answer: () => Promise<Response>, visit = PROVEN): { readonly files: VisitFiles; readonly asked: [string, unknown][] } {
  const asked: [string, unknown][] = [];
  const fetcher = (address: string, { body }: RequestInit): Promise<Response> => {
    asked.push([address, JSON.parse(body as string)]);
    return answer();
  };
  return { files: visitFiles(visit, 'https://chat.example.org', fetcher, systemRandom), asked };
}

const json = (status: number, value: unknown) => () => Promise.resolve(Response.json(value, { status }));
const offline = (): Promise<Response> => Promise.reject(new TypeError('no network'));
const nobody: FileVisit = { proof: () => undefined, say: () => true, known: () => undefined, unknown: () => undefined };

describe('a call for help out of a chat', () => {
  it.each([
    ['called', json(200, { alone: false })],
    ['alone', json(200, { alone: true })],
    ['alone', json(200, {})],
    ['enough', json(409, {})],
    ['full', json(503, {})],
    ['failed', json(404, {})],
    ['failed', offline],
  ] as const)('is %s', async (outcome, answer) => {
    const { files, asked } = answering(answer);
    expect(await files.callForHelp()).toBe(outcome);
    const proof = { conversation: toBase64Url(CONVERSATION), capability: toBase64Url(CAPABILITY) };
    expect(asked).toEqual([['https://chat.example.org/api/v1/visits/danger', proof]]);
  });

  it.each([
    ['known', json(200, { alone: true })],
    ['unknown', json(409, {})],
    ['unknown', json(503, {})],
    ['unknown', json(404, {})],
    ['unknown', offline],
  ] as const)('is noted as %s', async (which, answer) => {
    const noted: string[] = [];
    const visit = { ...PROVEN, known: () => void noted.push('known'), unknown: () => void noted.push('unknown') };
    await answering(answer, visit).files.callForHelp();
    expect(noted).toEqual([which]);
  });

  it('fails without a visit', async () => {
    expect(await answering(json(200, { alone: false }), nobody).files.callForHelp()).toBe('failed');
  });

  it.each([
    [true, json(200, { stands: true })],
    [false, json(200, { stands: false })],
    [true, json(503, {})],
    [true, offline],
  ] as const)('stands, or nobody knows otherwise: %s', async (stands, answer) => {
    const { files, asked } = answering(answer);
    expect(await files.helpStands()).toBe(stands);
    expect(asked[0]?.[0]).toBe('https://chat.example.org/api/v1/visits/danger/standing');
  });
});
