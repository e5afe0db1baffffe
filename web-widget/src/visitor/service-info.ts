import type { Elsewhere, LaneInfo, NotNow, ServiceInfo } from './session-view.ts';

type Json = Readonly<Record<string, unknown>>;
const NOT_NOW: readonly NotNow[] = ['closing', 'long', 'full', 'closed-to-new', 'winding-down'];
const STATES = ['open', 'busy', 'late', 'closed'] as const;

/** Reads the answer of GET /api/v1/services/<id>. Fails with `TypeError` for anything else. */
export function readServiceInfo(value: unknown): ServiceInfo {
  const json = object(value);
  return {
    ...laneInfo(json),
    id: text(json['id']),
    names: byLanguage(json['names']),
    welcome: byLanguage(json['welcome'] ?? {}),
    kept: byLanguage(json['kept'] ?? {}),
    languages: list(json['languages']).map(text),
    lanes: list(json['lanes']).map(text),
    retentionDays: count(json['retentionDays']),
    waiting: count(json['waiting']),
    spoken: list(json['spoken'] ?? json['languages']).map(text),
    lateSince: textOrNull(json['lateSince']),
    now: text(json['now']),
    answersNow: elsewhere(json['answersNow']),
    answersLater: later(json['answersLater']),
    limitedLanes: limitedLanes(json),
    emergency: list(json['emergency'])
      .map(object)
      .map(({ number, kind }) => ({ number: text(number), kind: text(kind) })),
    duty: byLanguage(json['duty'] ?? {}),
    exit: text(json['exit']),
  };
}

const byLanguage = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(object(value)).map(([tag, name]) => [tag, text(name)]));

function elsewhere(value: unknown): Elsewhere | null {
  if (value === null || value === undefined) return null;
  const json = object(value);
  const names = json['names'] === undefined ? {} : object(json['names']);
  const name = text(json['name'] ?? names['nb'] ?? Object.values(names)[0]);
  return typeof json['service'] === 'string' ? { name, service: text(json['service']) } : { name, phone: text(json['phone']) };
}

function later(value: unknown): (Elsewhere & { readonly from: string }) | null {
  const other = elsewhere(value);
  return other && { ...other, from: text(object(value)['from']) };
}

const limitedLanes = ({ closesAt, limitedLanes: lanes }: Json): Record<string, LaneInfo> =>
  Object.fromEntries(Object.entries(object(lanes ?? {})).map(([lane, json]) => [lane, laneInfo({ closesAt, ...object(json) })]));

/** What a service and a lane of it have in common. */
function laneInfo(json: Json): LaneInfo {
  const state = STATES.find((known) => known === json['state']);
  if (state === undefined) throw new TypeError('a state');
  return {
    state,
    opensAt: textOrNull(json['opensAt']),
    admits: NOT_NOW.find((known) => known === json['admits']) ?? 'welcome',
    closesAt: textOrNull(json['closesAt']),
  };
}

function object(value: unknown): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('an object');
  return value as Json;
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value) || value.length > 100) throw new TypeError('a list');
  return value;
}

function text(value: unknown): string {
  if (typeof value !== 'string' || value.length > 2_000) throw new TypeError('a text');
  return value;
}

const textOrNull = (value: unknown): string | null => (value === null || value === undefined ? null : text(value));

function count(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new TypeError('a number');
  return value;
}
