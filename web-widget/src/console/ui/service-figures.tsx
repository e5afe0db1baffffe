import type { JSX } from 'preact';
import type { Counts } from '../audit/audit.ts';
import { csvOf, IN_CHAT, IN_OUTREACH, type Counted, type MonthRow } from '../services/figures.ts';
import { download } from './download.ts';
import { serviceName, useTexts, type Room } from './room.ts';

/** What the server counted by itself, a month a row. `outreach`: whether anybody here writes first. */
export function ServiceFigures(props: { readonly room: Room; readonly counts: Pick<Counts, 'figures'>; readonly outreach: boolean }): JSX.Element {
  const { room, counts, outreach } = props;
  const s = useTexts().services;
  const rows = counts.figures.value;
  return (
    <section class="panel" aria-labelledby="figures-title">
      <h2 id="figures-title">{s.figures}</h2>
      <p class="quiet">{s.figuresText}</p>
      {rows.length === 0 ? (
        <p>{s.figuresNone}</p>
      ) : (
        <>
          <Months room={room} rows={rows} named="figures-title" columns={IN_CHAT} />
          {outreach && (
            <>
              <h3 id="figures-outreach">{s.figuresOutreach}</h3>
              <p class="quiet">{s.figuresOutreachText}</p>
              <Months room={room} rows={rows} named="figures-outreach" columns={IN_OUTREACH} />
            </>
          )}
          <div class="actions">
            <button type="button" class="ds-button" data-variant="secondary" onClick={() => download('havn-figures.csv', csvOf(rows))}>
              {s.csv}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

/** @param props.named id of the heading above it */
function Months(props: {
  readonly room: Room;
  readonly rows: readonly MonthRow[];
  readonly named: string;
  readonly columns: readonly Counted[];
}): JSX.Element {
  const t = useTexts();
  const s = t.services;
  const month = (row: MonthRow): string =>
    new Intl.DateTimeFormat(t.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(`${row.month}-01T00:00:00Z`));
  return (
    <div class="service-figures" role="group" aria-labelledby={props.named} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{s.month}</th>
            <th scope="col">{s.afterService}</th>
            {props.columns.map((what) => (
              <th scope="col" key={what}>
                {s.counted[what]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={`${row.service} ${row.month}`}>
              <th scope="row">{row.running ? s.running(month(row)) : month(row)}</th>
              <td>{serviceName(props.room.me, row.service)}</td>
              {props.columns.map((what) => (
                <td key={what}>{row.counts[what] ?? s.hidden}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
