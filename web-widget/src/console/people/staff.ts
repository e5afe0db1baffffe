/** What is changed about people of one's own services: their role, their services, and that they leave. */

import type { Answer, Http } from '../login/http.ts';
import { list, members, text } from '../login/read.ts';
import type { Changed, Person } from './people.ts';

const MOST = 500;

/** The people of GET /api/staff; without an id they are left out. */
export const readStaff = (answer: unknown): readonly Person[] =>
  list(members(answer)['staff'])
    .slice(0, MOST)
    .flatMap((value) => {
      const { id, name, role, services, elsewhere } = members(value);
      const person: Person = {
        id: text(id),
        name: text(name),
        role: text(role),
        services: list(services).map(text),
        elsewhere: typeof elsewhere === 'number' ? elsewhere : 0,
      };
      return person.id === '' ? [] : [person];
    });

const REFUSALS: Readonly<Record<number, Changed>> = { 403: 'not-yours', 404: 'gone', 409: 'needed' };

const cameOf = (answer: Answer<unknown>): Changed => {
  if (answer.kind === 'ok') return 'done';
  return answer.kind === 'refused' ? (REFUSALS[answer.status] ?? 'failed') : 'failed';
};

/** One act after the other, each with its line in the journal; the first refusal ends it. */
export async function changeStaff(http: Http, person: Person, role: string, services: readonly string[]): Promise<Changed> {
  const added = services.filter((id) => !person.services.includes(id));
  const taken = person.services.filter((id) => !services.includes(id));
  const acts: [string, object][] = [];
  if (role !== person.role) acts.push(['role', { role }]);
  if (added.length > 0) acts.push(['extend', { services: added }]);
  if (taken.length > 0) acts.push(['restrict', { services: taken }]);
  for (const [act, body] of acts) {
    const came = cameOf(await http.post(`/api/staff/${act}`, { staff: person.id, ...body }));
    if (came !== 'done') return came;
  }
  return 'done';
}

export const endStaff = async (http: Http, person: Person): Promise<Changed> =>
  cameOf(await http.post('/api/staff/off-board', { staff: person.id }));
