import type { JSX, TargetedInputEvent } from 'preact';
import { useState } from 'preact/hooks';
import { todayInOslo } from '../../kernel/oslo.ts';
import type { Shift, Shifts } from '../shifts/shifts.ts';
import { begin } from './begin.ts';
import { useTexts } from './room.ts';
import { Callout, Dialog } from './tools.tsx';

/** A field with its label. */
export function Field(props: {
  readonly id: string;
  readonly label: string;
  readonly type: 'date' | 'time' | 'number' | 'text';
  readonly value: string;
  readonly hint?: string;
  readonly onInput: (value: string) => void;
}): JSX.Element {
  const shared = {
    id: props.id,
    class: 'ds-input',
    autocomplete: 'off',
    'aria-describedby': props.hint === undefined ? undefined : `${props.id}-hint`,
    value: props.value,
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => props.onInput(event.currentTarget.value),
  } as const;
  return (
    <div class="ds-field">
      <label class="ds-label" for={props.id}>
        {props.label}
      </label>
      {props.type === 'date' && <input {...shared} type="date" />}
      {props.type === 'time' && <input {...shared} type="time" />}
      {props.type === 'number' && <input {...shared} type="number" min={1} max={20} />}
      {props.type === 'text' && <input {...shared} type="text" maxLength={120} />}
      {props.hint !== undefined && (
        <p class="quiet" id={`${props.id}-hint`}>
          {props.hint}
        </p>
      )}
    </div>
  );
}

/** Moves one date of a plan, or leaves it out. */
export function ChangeDay(props: {
  readonly shifts: Shifts;
  readonly shift: Shift;
  readonly title: string;
  readonly onClose: () => void;
}): JSX.Element {
  const t = useTexts();
  const { shifts, shift } = props;
  const [day, setDay] = useState(todayInOslo(shift.from));
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [refused, setRefused] = useState(false);
  const move = async (): Promise<void> => {
    if (await shifts.move(shift, { day, from, to })) props.onClose();
    else setRefused(true);
  };
  return (
    <Dialog title={props.title} onClose={props.onClose} narrow>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          begin(move());
        }}
      >
        <p>{t.shifts.changeText}</p>
        <Field id="moved-day" label={t.shifts.day} type="date" value={day} onInput={setDay} />
        <Field id="moved-from" label={t.shifts.from} type="time" value={from} onInput={setFrom} />
        <Field id="moved-to" label={t.shifts.to} type="time" value={to} onInput={setTo} />
        {refused && <Callout tone="warning" live="alert">{t.shifts.moveRefused}</Callout>}
        <div class="actions">
          <button type="submit" class="ds-button">
            {t.shifts.move}
          </button>
          <button
            type="button"
            class="ds-button"
            data-variant="secondary"
            data-color="danger"
            onClick={() => {
              props.onClose();
              begin(shifts.leaveOut(shift));
            }}
          >
            {t.shifts.leaveOut}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
