import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Reminders, Reminding } from '../reminders/reminders.ts';
import type { News, Shifts } from '../shifts/shifts.ts';
import { dayName, dayTime } from '../texts/format.ts';
import { begin } from './begin.ts';
import { serviceName, useTexts, type Room } from './room.ts';
import { Callout } from './tools.tsx';

/** Whether and where this person is reminded by a text. */
export function RemindersPanel({ room, reminders }: { readonly room: Room; readonly reminders: Reminders }): JSX.Element {
  const t = useTexts();
  useEffect(() => reminders.look(), [reminders]);
  const mine = reminders.mine.value;
  const trouble = reminders.trouble.value;
  return (
    <section class="panel" aria-labelledby="reminders-title">
      <h2 id="reminders-title">{t.reminders.title}</h2>
      <p class="quiet">{t.reminders.lead}</p>
      {trouble !== 'none' && <Callout tone="warning" live="alert">{t.reminders.troubles[trouble]}</Callout>}
      {mine === undefined ? trouble === 'none' && <p role="status">{t.reminders.loading}</p> : <Mine room={room} reminders={reminders} mine={mine} />}
    </section>
  );
}

/** Coordinators of an installation that sends no texts. */
export function NoTexts(): JSX.Element {
  const t = useTexts();
  return (
    <section class="panel" aria-labelledby="reminders-title">
      <h2 id="reminders-title">{t.reminders.title}</h2>
      <Callout tone="warning">{t.reminders.noTexts}</Callout>
    </section>
  );
}

interface Mine {
  readonly room: Room;
  readonly reminders: Reminders;
  readonly mine: Reminding;
}

function Mine({ room, reminders, mine }: Mine): JSX.Element {
  const t = useTexts();
  const [other, setOther] = useState(false);
  const number = other ? 'none' : mine.number;
  return (
    <>
      {mine.notDelivered.map(({ kind, at, perhaps }) => (
        <Callout key={`${kind} ${String(at)}`} tone="warning">
          {(perhaps ? t.reminders.perhaps : t.reminders.lost)(kind, dayTime(t, at))}
        </Callout>
      ))}
      {mine.usedUp.map((kind) => (
        <Callout key={kind} tone="warning">
          {t.reminders.usedUp(kind)}
        </Callout>
      ))}
      {mine.unheard.length > 0 && <Callout tone="warning">{t.reminders.unheard(mine.unheard.map((id) => serviceName(room.me, id)).join(', '))}</Callout>}
      {number === 'none' && <NumberForm reminders={reminders} onBack={other ? () => setOther(false) : undefined} />}
      {number === 'unproven' && <CodeForm reminders={reminders} onOther={() => setOther(true)} />}
      {number === 'confirmed' && <Wishes room={room} reminders={reminders} mine={mine} onOther={() => setOther(true)} />}
    </>
  );
}

/** @param onBack keeps the number that there is; undefined where there is none */
function NumberForm({ reminders, onBack }: { readonly reminders: Reminders; readonly onBack: (() => void) | undefined }): JSX.Element {
  const t = useTexts();
  const [number, setNumber] = useState('');
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (number.trim() !== '') begin(reminders.prove(number.trim()).then((sent) => sent && onBack?.()));
      }}
    >
      <Line id="reminder-number" label={t.reminders.number} hint={t.reminders.numberHint} autocomplete="tel" most={40} value={number} onInput={setNumber} />
      <button type="submit" class="ds-button">
        {t.reminders.send}
      </button>
      {onBack !== undefined && (
        <button type="button" class="ds-button" data-variant="tertiary" onClick={onBack}>
          {t.shell.cancel}
        </button>
      )}
    </form>
  );
}

function CodeForm({ reminders, onOther }: { readonly reminders: Reminders; readonly onOther: () => void }): JSX.Element {
  const t = useTexts();
  const [code, setCode] = useState('');
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim() !== '') begin(reminders.type(code.trim()));
      }}
    >
      <p role="status">{t.reminders.sent}</p>
      <Line id="reminder-code" label={t.reminders.code} autocomplete="one-time-code" most={12} value={code} onInput={setCode} />
      <button type="submit" class="ds-button">
        {t.reminders.confirm}
      </button>
      <button type="button" class="ds-button" data-variant="tertiary" onClick={onOther}>
        {t.reminders.other}
      </button>
    </form>
  );
}

function Wishes({ room, reminders, mine, onOther }: Mine & { readonly onOther: () => void }): JSX.Element {
  const t = useTexts();
  const { role } = room.me;
  return (
    <>
      <p>{t.reminders.confirmed}</p>
      <Tick id="remind-shifts" label={t.reminders.shifts} checked={mine.shifts} onChange={(yes) => begin(reminders.wish({ shifts: yes }))} />
      <Tick id="remind-offers" label={t.reminders.offers} checked={mine.offers} onChange={(yes) => begin(reminders.wish({ offers: yes }))} />
      {(role === 'coordinator' || role === 'worker') && (
        <Tick
          id="remind-alarms"
          label={role === 'coordinator' ? t.reminders.alarmsLeading : t.reminders.alarmsOfTasks}
          checked={mine.alarms}
          onChange={(yes) => begin(reminders.wish({ alarms: yes }))}
        />
      )}
      <button type="button" class="ds-button" data-variant="secondary" onClick={onOther}>
        {t.reminders.other}
      </button>
      <button type="button" class="ds-button" data-variant="tertiary" onClick={() => begin(reminders.forget())}>
        {t.reminders.forget}
      </button>
    </>
  );
}

function Line(props: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly autocomplete: 'tel' | 'one-time-code';
  readonly most: number;
  readonly value: string;
  readonly onInput: (value: string) => void;
}): JSX.Element {
  const hint = props.hint === undefined ? undefined : `${props.id}-hint`;
  return (
    <div class="ds-field">
      <label class="ds-label" for={props.id}>
        {props.label}
      </label>
      {hint !== undefined && (
        <p class="quiet" id={hint}>
          {props.hint}
        </p>
      )}
      <input
        id={props.id}
        class="ds-input"
        type="text"
        inputMode={props.autocomplete === 'tel' ? 'tel' : 'numeric'}
        autocomplete={props.autocomplete}
        maxLength={props.most}
        aria-describedby={hint}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </div>
  );
}

const Tick = (props: { readonly id: string; readonly label: string; readonly checked: boolean; readonly onChange: (checked: boolean) => void }): JSX.Element => (
  <div class="ds-field">
    <input class="ds-input" type="checkbox" id={props.id} checked={props.checked} onChange={(event) => props.onChange(event.currentTarget.checked)} />
    <label for={props.id}>{props.label}</label>
  </div>
);

/** What others changed in this person's shifts, until they have seen it. */
export function ShiftNews({ room, shifts, news }: { readonly room: Room; readonly shifts: Shifts; readonly news: readonly News[] }): JSX.Element {
  const t = useTexts();
  return (
    <section class="panel" aria-labelledby="shift-news">
      <h2 id="shift-news">{t.reminders.news}</h2>
      <div role="status">
        <ul class="devices">
          {news.map(({ number, what, service, day }) => (
            <li key={number}>
              <strong>{`${dayName(t, day)}, ${serviceName(room.me, service)}`}</strong>
              <p>{t.reminders.changes[what]}</p>
            </li>
          ))}
        </ul>
      </div>
      <button type="button" class="ds-button" data-variant="secondary" onClick={() => begin(shifts.seen())}>
        {t.reminders.seen}
      </button>
    </section>
  );
}
