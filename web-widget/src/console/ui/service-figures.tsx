import type { JSX } from 'preact';
import { COUNTED, csvOf, type MonthRow } from '../services/figures.ts';
import type { Services } from '../services/services.ts';
import { download } from './download.ts';
import { serviceName, useTexts, type Room } from './room.ts';

/** What the server counted by itself, a month a row. */
export function ServiceFigures({ room, services }: { readonly room: Room; readonly services: Services }): JSX.Element {
  const t = useTexts();
  const s = t.services;
  const rows = services.figures.value;
  const month = (row: MonthRow): string =>
    new Intl.DateTimeFormat(t.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(`${row.month}-01T00:00:00Z`));
  return (
    <section class="panel" aria-labelledby="figures-title">
      <h2 id="figures-title">{s.figures}</h2>
      <p class="quiet">{s.figuresText}</p>
      {rows.length === 0 ? (
        <p>{s.figuresNone}</p>
      ) : (
        <>
          <div class="service-figures" role="region" aria-labelledby="figures-title" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{s.month}</th>
                  <th scope="col">{s.afterService}</th>
                  {COUNTED.map((what) => (
                    <th scope="col" key={what}>
                      {s.counted[what]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={`${row.service} ${row.month}`}>
                    <th scope="row">{row.running ? s.running(month(row)) : month(row)}</th>
                    <td>{serviceName(room.me, row.service)}</td>
                    {COUNTED.map((what) => (
                      <td key={what}>{row.counts[what] ?? s.hidden}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
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
