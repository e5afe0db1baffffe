import { expect, it } from 'vitest';
import { csvOf, readFigures } from './figures.ts';

it('figures are read without trusting their shape, and written as a table that hides what is hidden', () => {
  const answer = { months: [{ service: 'rosa', month: '2026-10', running: false, chats: 12, under5: null, unanswered: 'many', textsBegun: 40, stopped: null }, 7] };
  const rows = readFigures(answer);
  expect(rows[0]?.counts).toMatchObject({ chats: 12, under5: undefined, unanswered: undefined, textsBegun: 40, stopped: undefined });
  expect(csvOf(rows.slice(0, 1))).toBe(
    'service,month,running,chats,under5,from5to15,over15,unanswered,letters,textsBegun,textsAnswered,calls,wroteBack,stopped\r\n' +
      'rosa,2026-10,no,12,hidden,hidden,hidden,hidden,hidden,40,hidden,hidden,hidden,hidden\r\n',
  );
});
