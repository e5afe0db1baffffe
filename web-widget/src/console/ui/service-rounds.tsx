import type { JSX } from 'preact';
import type { Counts } from '../audit/audit.ts';
import { GATHERED, roundsCsv, type Gathered, type RoundsRow } from '../services/rounds.ts';
import { download } from './download.ts';
import { serviceName, useTexts, type Room } from './room.ts';

/** What was counted on rounds, a month and a kind of place a row. */
export function ServiceRounds({ room, counts }: { readonly room: Room; readonly counts: Pick<Counts, 'rounds'> }): JSX.Element {
  const t = useTexts();
  const rows = counts.rounds.value;
  const month = (row: RoundsRow): string =>
    new Intl.DateTimeFormat(t.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(`${row.month}-01T00:00:00Z`));
  const place = ({ place: kind, estimated }: RoundsRow): string => {
    const name = t.rounds.places[kind] ?? kind;
    return estimated ? `${name}, ${t.rounds.estimated}` : name;
  };
  /** Outdoors there are no places to count. */
  const cell = (row: RoundsRow, what: Gathered): string | number =>
    what === 'places' && row.place !== 'indoor' ? '–' : (row.counts[what] ?? t.services.hidden);
  return (
    <section class="panel" aria-labelledby="rounds-title">
      <h2 id="rounds-title">{t.rounds.title}</h2>
      <p class="quiet">{t.rounds.lead}</p>
      {rows.length === 0 ? (
        <p>{t.rounds.none}</p>
      ) : (
        <>
          <div class="service-figures" role="group" aria-labelledby="rounds-title" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t.services.month}</th>
                  <th scope="col">{t.services.afterService}</th>
                  <th scope="col">{t.rounds.place}</th>
                  {GATHERED.map((what) => (
                    <th scope="col" key={what}>
                      {t.rounds.counts[what]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={`${row.service} ${row.month} ${row.place} ${String(row.estimated)}`}>
                    <th scope="row">{row.running ? t.services.running(month(row)) : month(row)}</th>
                    <td>{serviceName(room.me, row.service)}</td>
                    <td>{place(row)}</td>
                    {GATHERED.map((what) => (
                      <td key={what}>{cell(row, what)}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <div class="actions">
            <button type="button" class="ds-button" data-variant="secondary" onClick={() => download('havn-rounds.csv', roundsCsv(rows))}>
              {t.services.csv}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
