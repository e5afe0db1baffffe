import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Act, Seat, Shift, Shifts } from '../shifts/shifts.ts';
import { clockTime, laneName, languageName, roleName, weekDay } from '../texts/format.ts';
import type { Texts } from '../texts/texts.ts';
import { begin } from './begin.ts';
import { serviceName, useTexts, type Room } from './room.ts';
import { ChangeDay } from './shift-change.tsx';
import { Dialog } from './tools.tsx';

const DAY = 86_400_000;

/** "tirsdag 24. nov., 18:00–21:00". */
export const shiftTime = (t: Texts, shift: Shift): string =>
  `${weekDay(t, shift.from)}, ${clockTime(t, shift.from)}–${clockTime(t, shift.to)}`;

type Asking = 'nothing' | 'swap' | 'cannot' | 'change';

/** One shift on one date: who sits there, and what this person can do about it. */
export function ShiftRow(props: {
  readonly room: Room;
  readonly shifts: Shifts;
  readonly shift: Shift;
  readonly plans: boolean;
}): JSX.Element {
  const t = useTexts();
  const { room, shifts, shift } = props;
  const [asking, setAsking] = useState<Asking>('nothing');
  const when = shiftTime(t, shift);
  const mine = shift.taken.find((seat) => seat.mine);
  const free = shift.seats - shift.taken.length;
  const done = (): void => setAsking('nothing');
  return (
    <li class="device">
      <div>
        <h3>{when}</h3>
        <p>
          <strong>{serviceName(room.me, shift.service)}</strong>
          {shift.lane !== '' && ` · ${laneName(t, shift.lane)}`} · {free > 0 ? t.shifts.empty(free) : t.shifts.full}
          {props.plans && shift.alarm !== 'none' && <span class="row-warn">{` · ${t.shifts.alarms[shift.alarm]}`}</span>}
        </p>
        <p class="quiet">
          {`${t.shifts.needs}: ${shift.roles.map((role) => roleName(t, role)).join(', ')}`}
          {shift.languages.length > 0 && ` · ${shift.languages.map((tag) => languageName(t, tag)).join(', ')}`}
        </p>
        {shift.taken.length > 0 && (
          <ul class="shift-seats">
            {shift.taken.map((seat) => (
              <Taken key={seat.seat} shifts={shifts} shift={shift} seat={seat} inside={mine !== undefined} now={room.now.value} />
            ))}
          </ul>
        )}
      </div>
      <div class="shift-acts">
        {mine === undefined ? (
          shift.suits && free > 0 && <Press shifts={shifts} act="sign-up" shift={shift} />
        ) : (
          <Mine shifts={shifts} shift={shift} seat={mine} now={room.now.value} onAsk={setAsking} />
        )}
        {props.plans && (
          <button type="button" class="ds-button" data-variant="secondary" data-size="sm" aria-label={`${t.shifts.change}: ${when}`} onClick={() => setAsking('change')}>
            {t.shifts.change}
          </button>
        )}
      </div>
      {asking === 'change' && <ChangeDay shifts={shifts} shift={shift} title={when} onClose={done} />}
      {asking === 'swap' && <SwapDialog room={room} shifts={shifts} shift={shift} onClose={done} />}
      {asking === 'cannot' && (
        <Dialog title={t.shifts.cannotAsk} onClose={done} narrow>
          <p>{t.shifts.cannotWhy}</p>
          <div class="actions">
            <button
              type="button"
              class="ds-button"
              data-color="danger"
              onClick={() => {
                done();
                begin(shifts.act('cannot-come', shift));
              }}
            >
              {t.shifts.acts['cannot-come']}
            </button>
            <button type="button" class="ds-button" data-variant="secondary" onClick={done}>
              {t.shell.cancel}
            </button>
          </div>
        </Dialog>
      )}
    </li>
  );
}

function Press(props: { readonly shifts: Shifts; readonly act: Act; readonly shift: Shift; readonly onPress?: () => void }): JSX.Element {
  const t = useTexts();
  const { act, shift } = props;
  return (
    <button
      type="button"
      class="ds-button"
      data-variant={act === 'sign-up' || act === 'confirm' ? undefined : 'secondary'}
      data-size="sm"
      aria-label={`${t.shifts.acts[act]}: ${shiftTime(t, shift)}`}
      onClick={props.onPress ?? (() => begin(props.shifts.act(act, shift)))}
    >
      {t.shifts.acts[act]}
    </button>
  );
}

/** What one does with an own seat. */
function Mine(props: {
  readonly shifts: Shifts;
  readonly shift: Shift;
  readonly seat: Seat;
  readonly now: number;
  readonly onAsk: (asking: Asking) => void;
}): JSX.Element {
  const { shifts, shift, seat, now } = props;
  const soon = shift.from - now <= DAY;
  return (
    <>
      {soon && !seat.confirmed && <Press shifts={shifts} act="confirm" shift={shift} />}
      {seat.offered || seat.asks !== undefined ? (
        <Press shifts={shifts} act="keep" shift={shift} />
      ) : (
        <>
          <Press shifts={shifts} act="offer" shift={shift} />
          <Press shifts={shifts} act="ask-swap" shift={shift} onPress={() => props.onAsk('swap')} />
        </>
      )}
      {soon ? (
        <Press shifts={shifts} act="cannot-come" shift={shift} onPress={() => props.onAsk('cannot')} />
      ) : (
        <Press shifts={shifts} act="take-back" shift={shift} />
      )}
    </>
  );
}

/** Who sits there; with what they offer or ask of this person. */
function Taken(props: {
  readonly shifts: Shifts;
  readonly shift: Shift;
  readonly seat: Seat;
  readonly inside: boolean;
  readonly now: number;
}): JSX.Element {
  const t = useTexts();
  const { shifts, shift, seat } = props;
  const wanted = (shifts.shifts.value ?? []).find((one) => one.plan === seat.asks?.plan && one.day === seat.asks.day);
  const theirs = { plan: shift.plan, day: shift.day, seat: seat.seat };
  const notes = [
    ...(shift.from - props.now <= DAY ? [seat.confirmed ? t.shifts.confirmed : t.shifts.unconfirmed] : []),
    ...(seat.offered ? [t.shifts.offered] : []),
  ];
  return (
    <li>
      {seat.mine ? <strong>{seat.name}</strong> : seat.name}
      {notes.length > 0 && <span class="quiet">{` (${notes.join(', ')})`}</span>}
      {seat.offered && !seat.mine && !props.inside && shift.suits && (
        <button
          type="button"
          class="ds-button"
          data-size="sm"
          aria-label={`${t.shifts.acts['take-over']}: ${seat.name}, ${shiftTime(t, shift)}`}
          onClick={() => begin(shifts.takeOver(shift, seat.seat))}
        >
          {t.shifts.acts['take-over']}
        </button>
      )}
      {wanted !== undefined && (
        <div>
          <span class="quiet">{seat.mine ? t.shifts.asked(shiftTime(t, wanted)) : t.shifts.asks(seat.name, shiftTime(t, wanted))}</span>{' '}
          {!seat.mine &&
            (['accept-swap', 'decline-swap'] as const).map((act) => (
              <button
                key={act}
                type="button"
                class="ds-button"
                data-size="sm"
                data-variant={act === 'accept-swap' ? undefined : 'secondary'}
                onClick={() => begin(shifts.act(act, wanted, theirs))}
              >
                {t.shifts.acts[act]}
              </button>
            ))}
        </div>
      )}
    </li>
  );
}

/** Chooses the seat of somebody else to ask for. */
function SwapDialog(props: {
  readonly room: Room;
  readonly shifts: Shifts;
  readonly shift: Shift;
  readonly onClose: () => void;
}): JSX.Element {
  const t = useTexts();
  const { shifts, shift } = props;
  const others = (shifts.shifts.value ?? [])
    .filter((one) => one.suits && !one.taken.some(({ mine }) => mine))
    .flatMap((one) => one.taken.map((seat) => ({ one, seat })));
  return (
    <Dialog title={t.shifts.swapTitle} onClose={props.onClose}>
      <p>{others.length === 0 ? t.shifts.swapNone : t.shifts.swapText}</p>
      <div class="shift-acts">
        {others.map(({ one, seat }) => (
          <button
            key={`${one.plan} ${one.day} ${String(seat.seat)}`}
            type="button"
            class="ds-button"
            data-variant="secondary"
            onClick={() => {
              props.onClose();
              begin(shifts.act('ask-swap', shift, { plan: one.plan, day: one.day, seat: seat.seat }));
            }}
          >
            {`${seat.name}, ${shiftTime(t, one)}, ${serviceName(props.room.me, one.service)}`}
          </button>
        ))}
      </div>
    </Dialog>
  );
}
