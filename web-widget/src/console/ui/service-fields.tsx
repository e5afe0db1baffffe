/** Fields of the page that writes services. */

import type { JSX, TargetedInputEvent } from 'preact';
import { useState } from 'preact/hooks';
import { useTexts } from './room.ts';

type Kind = 'date' | 'datetime-local';

/** A field with its label, and a hint below. */
export function Box(props: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly kind?: Kind;
  readonly hint?: string | undefined;
  readonly readOnly?: boolean;
  /** Characters of a text in several lines. */
  readonly most?: number;
  readonly onInput: (value: string) => void;
}): JSX.Element {
  const shared = {
    id: props.id,
    class: 'ds-input',
    autocomplete: 'off',
    readOnly: props.readOnly,
    'aria-describedby': props.hint === undefined ? undefined : `${props.id}-hint`,
    value: props.value,
    onInput: (event: TargetedInputEvent<HTMLInputElement | HTMLTextAreaElement>) => props.onInput(event.currentTarget.value),
  } as const;
  return (
    <div class="ds-field">
      <label class="ds-label" for={props.id}>
        {props.label}
      </label>
      {props.kind === undefined && props.most === undefined && <input {...shared} type="text" maxLength={300} />}
      {props.most !== undefined && <textarea {...shared} rows={2} maxLength={props.most} />}
      {props.kind === 'date' && <input {...shared} type="date" />}
      {props.kind === 'datetime-local' && <input {...shared} type="datetime-local" />}
      <Hint id={props.id} hint={props.hint} />
    </div>
  );
}

const Hint = ({ id, hint }: { readonly id: string; readonly hint: string | undefined }): JSX.Element | null =>
  hint === undefined ? null : (
    <p class="quiet" id={`${id}-hint`}>
      {hint}
    </p>
  );

const parts = (text: string): readonly string[] => text.split(/[\s,]+/u).filter((part) => part !== '');

/** Several values in one field, with commas or line breaks between. */
export function Values(props: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly values: readonly string[];
  readonly lines?: boolean;
  readonly onChange: (values: readonly string[]) => void;
}): JSX.Element {
  const [typed, setTyped] = useState('');
  const joined = props.values.join(props.lines === true ? '\n' : ', ');
  const shared = {
    id: props.id,
    class: 'ds-input',
    autocomplete: 'off',
    'aria-describedby': props.hint === undefined ? undefined : `${props.id}-hint`,
    // What is being typed stays as it is while it means what is kept.
    value: parts(typed).join() === props.values.join() ? typed : joined,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) => {
      setTyped(event.currentTarget.value);
      props.onChange(parts(event.currentTarget.value));
    },
  } as const;
  return (
    <div class="ds-field">
      <label class="ds-label" for={props.id}>
        {props.label}
      </label>
      {props.lines === true ? <textarea {...shared} rows={3} /> : <input {...shared} type="text" />}
      <Hint id={props.id} hint={props.hint} />
    </div>
  );
}

/** A list whose rows are edited, added and removed one by one. */
export function Rows<T>(props: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly rows: readonly T[];
  readonly fresh: T;
  readonly onChange: (rows: readonly T[]) => void;
  readonly row: (value: T, change: (next: Partial<T>) => void, id: string) => JSX.Element;
}): JSX.Element {
  const t = useTexts().services;
  const { rows, onChange } = props;
  return (
    <fieldset class="plain-set" id={props.id} tabIndex={-1}>
      <legend class="ds-label">{props.label}</legend>
      {props.hint !== undefined && <p class="quiet">{props.hint}</p>}
      {rows.map((value, index) => (
        <div class="service-row" role="group" aria-label={t.row(props.label, index + 1)} key={index}>
          {props.row(
            value,
            (next) => onChange(rows.map((each, at) => (at === index ? { ...each, ...next } : each))),
            `${props.id}-${String(index)}`,
          )}
          <button
            type="button"
            class="ds-button"
            data-variant="tertiary"
            data-size="sm"
            aria-label={t.remove(props.label, index + 1)}
            onClick={() => {
              onChange(rows.filter((_, at) => at !== index));
              document.getElementById(props.id)?.focus();
            }}
          >
            {t.removeShort}
          </button>
        </div>
      ))}
      <button type="button" class="ds-button" data-variant="secondary" data-size="sm" onClick={() => onChange([...rows, props.fresh])}>
        {t.add(props.label)}
      </button>
    </fieldset>
  );
}
