import type { JSX } from 'preact';
import type { Candidate } from '../outreach/candidates.ts';
import type { ImportView } from '../outreach/importing.ts';
import { languageName } from '../texts/format.ts';
import type { OutreachTexts } from '../texts/outreach-texts.ts';
import { useTexts } from './room.ts';

/** Rows of the tables; the rest is counted. */
const MOST_ROWS = 200;

interface Parts {
  readonly o: OutreachTexts;
  readonly view: ImportView;
}

/** What is wrong in the file: in which row, what, and how to put it right. */
export function Problems({ o, view }: Parts): JSX.Element | null {
  const { problems, ignored } = view;
  if (problems.length === 0 && ignored.length === 0) return null;
  return (
    <>
      {ignored.length > 0 && <p class="quiet">{o.imports.ignored(ignored.join(', '))}</p>}
      {problems.length > 0 && (
        <details open={problems.length <= 20}>
          <summary>{o.imports.problems(problems.length)}</summary>
          <ul>
            {problems.slice(0, MOST_ROWS).map(({ row, column, fault, leftOut }, at) => (
              <li key={at}>
                {o.imports.problem(row, column === undefined ? o.imports.wholeRow : o.imports.parts[column], o.imports.faults[fault])}
                {leftOut && ` ${o.imports.leftOut}`}
              </li>
            ))}
            {problems.length > MOST_ROWS && <li>{o.imports.more(problems.length - MOST_ROWS)}</li>}
          </ul>
        </details>
      )}
    </>
  );
}

/** Each contact, and what would become of it; those that are left out first. */
export function Preview({ o, view }: Parts): JSX.Element {
  const inOrder = [...view.candidates].sort((a, b) => Number(a.verdict === 'keep') - Number(b.verdict === 'keep'));
  const columns = o.imports.columns;
  return (
    <div class="table-wide" role="region" aria-label={o.imports.preview} tabIndex={0}>
      <table>
        <caption class="ds-sr-only">{o.imports.preview}</caption>
        <thead>
          <tr>
            {([columns.rows, columns.name, columns.numbers, columns.language, columns.verdict] as const).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder.slice(0, MOST_ROWS).map((candidate) => (
            <Row key={candidate.card} o={o} candidate={candidate} />
          ))}
        </tbody>
      </table>
      {inOrder.length > MOST_ROWS && <p class="quiet">{o.imports.more(inOrder.length - MOST_ROWS)}</p>}
    </div>
  );
}

function Row({ o, candidate }: { readonly o: OutreachTexts; readonly candidate: Candidate }): JSX.Element {
  const t = useTexts();
  const { from, numbers, refused, over, verdict, begun, yes, shared } = candidate;
  const mobile = numbers.filter(({ kind }) => kind === 'mobile').length;
  const words = [
    o.imports.verdicts[verdict],
    ...(begun ? [o.imports.begun] : []),
    ...(yes === undefined ? [] : [yes === 'taken-back' ? o.imports.tookBack : o.imports.consents]),
    ...(shared > 0 && verdict === 'keep' ? [o.imports.shared(shared)] : []),
    ...(refused.length > 0 ? [o.imports.badNumbers(refused.join(', '))] : []),
    ...(over > 0 ? [o.imports.over(over)] : []),
  ];
  return (
    <tr data-out={verdict !== 'keep'}>
      <td>{from.rows.slice(0, 5).join(', ')}</td>
      <td dir="auto">{from.names.join(', ')}</td>
      <td>{o.imports.numbers(mobile, numbers.length - mobile)}</td>
      <td>{from.language === undefined ? '' : languageName(t, from.language)}</td>
      <td>{words.join(' · ')}</td>
    </tr>
  );
}
