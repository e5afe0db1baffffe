import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Counts } from '../audit/audit.ts';
import { GATHERED, roundsCsv, type Gathered, type RoundsRow, type Struck } from '../services/rounds.ts';
import { begin } from './begin.ts';
import { Choice } from './choice.tsx';
import { download } from './download.ts';
import { Field } from './field.tsx';
import { serviceName, useTexts, type Room } from './room.ts';
import { Callout } from './tools.tsx';

interface Parts {
  readonly room: Room;
  readonly counts: Pick<Counts, 'rounds'>;
  /** Missing: whoever looks may not. */
  readonly strike?: (service: string, code: string) => Promise<Struck>;
}

/** What was counted on rounds, a month and a kind of place a row. */
export function ServiceRounds({ room, counts, strike }: Parts): JSX.Element {
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
      {strike !== undefined && <Strike room={room} strike={strike} />}
    </section>
  );
}

/** Takes out a wrong round. No round is shown here: its code is on the phone that counted it. */
function Strike({ room, strike }: { readonly room: Room; readonly strike: NonNullable<Parts['strike']> }): JSX.Element {
  const { strike: words } = useTexts().rounds;
  const [service, setService] = useState(room.me.services[0]?.id ?? '');
  const [code, setCode] = useState('');
  const [came, setCame] = useState<Struck | undefined>(undefined);
  const go = async (): Promise<void> => {
    setCame(undefined);
    const outcome = await strike(service, code);
    setCame(outcome);
    if (outcome === 'struck') setCode('');
  };
  return (
    <details>
      <summary>{words.title}</summary>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          begin(go());
        }}
      >
        <p class="quiet">{words.lead}</p>
        {room.me.services.length > 1 && (
          <Choice
            id="strike-service"
            label={words.service}
            value={service}
            onChange={setService}
            options={room.me.services.map(({ id }) => [id, serviceName(room.me, id)] as const)}
          />
        )}
        <Field id="strike-code" label={words.code} required most={40} value={code} onText={setCode} />
        {came !== undefined && (
          <Callout tone={came === 'struck' ? 'success' : 'warning'} live={came === 'struck' ? 'status' : 'alert'}>
            {words.outcomes[came]}
          </Callout>
        )}
        <div class="actions">
          <button type="submit" class="ds-button" data-variant="secondary">
            {words.press}
          </button>
        </div>
      </form>
    </details>
  );
}
