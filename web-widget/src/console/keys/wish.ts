import { keepBeside, readBeside } from './database.ts';
import { fields } from './record.ts';
import type { DutyWish } from './types.ts';

const areWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((word) => typeof word === 'string');

/** The wish beside the shift keys in this database; undefined when there is none, or it is damaged. */
export async function readWish(database: string): Promise<DutyWish | undefined> {
  const { services, onBreak } = fields(await readBeside(database));
  return areWords(services) && typeof onBreak === 'boolean' ? { services, onBreak } : undefined;
}

export const keepWish = (database: string, wish: DutyWish | undefined): Promise<void> =>
  keepBeside(database, wish && { services: [...wish.services], onBreak: wish.onBreak });
