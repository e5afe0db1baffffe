import type { Colleague } from '../gen/havn/v1/desk_pb.ts';
import { utf8 } from '../kernel/bytes.ts';
import { toHex } from '../kernel/hex.ts';
import { isOf } from '../talk/consents.ts';
import { deviceOf, mayTalk } from '../trust/roster.ts';
import type { Roster } from '../trust/roster.ts';
import type { ColleagueView } from './desk-view.ts';

/** UTF-8 bytes of a name; with eight of them an epoch still fits one frame. */
const LONGEST_NAME = 120;

/** Those of the server's list who are in the roster with this name and may talk for the service. */
export const confirmed = (
  items: readonly Colleague[],
  roster: Roster,
  service: string,
  now: number,
): readonly ColleagueView[] =>
  items
    .flatMap(({ device, name, nameSalt: salt, free, languages, outside }) => {
      const entry = deviceOf(roster, device);
      if (entry === undefined || salt.length !== 16 || utf8(name).length > LONGEST_NAME || !mayTalk(entry, service, now)) return [];
      const { role } = entry;
      const real = isOf({ what: 'join', device, salt, name, role }, entry);
      return real ? [{ device: toHex(device), name, salt, role, free, languages, outside }] : [];
    })
    .sort((a, b) => Number(b.free) - Number(a.free) || a.name.localeCompare(b.name));
