import type { JSX } from 'preact';
import { segmentsOf } from '../../courtesy/segments.ts';
import { tellingWords } from '../../courtesy/telling.ts';
import { transliterated } from '../../courtesy/transliterate.ts';
import { LONGEST_TEXT } from '../outreach/release.ts';
import type { OutreachTexts } from '../texts/outreach-texts.ts';
import { Callout } from './tools.tsx';

const NAMES = { GSM_7: 'GSM-7', UCS_2: 'UCS-2' } as const;

/** A text that goes out as SMS, with what it costs and what it gives away. */
export function SmsField(props: {
  readonly id: string;
  readonly label: string;
  readonly o: OutreachTexts;
  readonly text: string;
  /** BCP 47 language of the text. */
  readonly language: string;
  readonly readOnly: boolean;
  /** It goes to somebody who has not asked: words that tell too much are pointed out. */
  readonly begins?: boolean;
  readonly onInput: (text: string) => void;
}): JSX.Element {
  const { id, o, text } = props;
  const { encoding, units, segments, forcing } = segmentsOf(text);
  const plain = encoding === 'UCS_2' ? transliterated(text) : text;
  const telling = props.begins === true ? tellingWords(props.language, text, []) : [];
  return (
    <div class="ds-field sms">
      <label class="ds-label" for={id}>
        {props.label}
      </label>
      <textarea
        class="ds-input"
        id={id}
        dir="auto"
        lang={props.language}
        rows={6}
        maxLength={LONGEST_TEXT}
        aria-describedby={`${id}-count`}
        readOnly={props.readOnly}
        value={text}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      <p class="quiet" id={`${id}-count`}>
        {o.counter.segments(segments, units, NAMES[encoding])}
        {plain !== text && ` · ${o.counter.forcing(forcing.join(' '))}`}
      </p>
      {plain !== text && !props.readOnly && (
        <button type="button" class="ds-button" data-variant="secondary" data-size="sm" onClick={() => props.onInput(plain)}>
          {o.counter.plain}
        </button>
      )}
      {telling.length > 0 && <Callout tone="warning" live="status">{o.counter.telling(telling.join(', '))}</Callout>}
    </div>
  );
}
