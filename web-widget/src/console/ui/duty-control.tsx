import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { DutyView } from '../desk-view.ts';
import { clockTime } from '../texts/format.ts';
import type { Texts } from '../texts/texts.ts';
import { AbleFields } from './able-fields.tsx';
import { begin } from './begin.ts';
import { Icon } from './icons.tsx';
import { serviceName, useTexts, type Room } from './room.ts';
import { ServiceDeskPart } from './service-desk.tsx';
import { Callout, Dialog } from './tools.tsx';

function stateWord(t: Texts, duty: DutyView): string {
  switch (duty.state) {
    case 'off':
      return t.duty.off;
    case 'starting':
      return t.duty.starting;
    case 'on':
      return t.duty.on;
    case 'break':
      return t.duty.onBreak;
    case 'ending':
      return t.duty.ending;
  }
}

/** The duty of this person in the top bar, and the panel behind it. */
export function DutyControl({ room }: { readonly room: Room }): JSX.Element {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const duty = room.desk.duty.value;
  const working = duty.state === 'on' || duty.state === 'break';
  return (
    <>
      <button
        type="button"
        class="duty-pill"
        data-state={duty.state}
        aria-haspopup="dialog"
        disabled={!working}
        onClick={() => setOpen(true)}
      >
        <span class="dot" />
        <span class="duty-word">{stateWord(t, duty)}</span>
        {working && duty.until !== undefined && <span class="duty-until">{t.duty.until(clockTime(t, duty.until))}</span>}
        {working && (
          <span class="duty-load">
            <span aria-hidden="true">{`${duty.load}/${duty.capacity}`}</span>
            <span class="ds-sr-only">{t.duty.capacity(duty.load, duty.capacity)}</span>
          </span>
        )}
      </button>
      {open && working && <DutyPanel room={room} onClose={() => setOpen(false)} />}
    </>
  );
}

function DutyPanel({ room, onClose }: { readonly room: Room; readonly onClose: () => void }): JSX.Element {
  const t = useTexts();
  const { desk, me } = room;
  const duty = desk.duty.value;
  const running = desk.chats.value.filter((chat) => chat.ended === undefined).length;
  return (
    <Dialog title={t.duty.yours} onClose={onClose} narrow>
      <dl class="facts">
        <div>
          <dt>{stateWord(t, duty)}</dt>
          <dd>{duty.until === undefined ? '' : t.duty.until(clockTime(t, duty.until))}</dd>
        </div>
        <div>
          <dt>{t.duty.services}</dt>
          <dd>{duty.services.map((id) => serviceName(me, id)).join(', ')}</dd>
        </div>
        <div>
          <dt>{t.chat.mine}</dt>
          <dd>{t.duty.capacity(duty.load, duty.capacity)}</dd>
        </div>
      </dl>
      <section class="panel-part">
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          data-fullwidth
          onClick={() => desk.takeBreak(duty.state !== 'break')}
        >
          <Icon name={duty.state === 'break' ? 'play' : 'pause'} />
          {duty.state === 'break' ? t.duty.endBreak : t.duty.takeBreak}
        </button>
        <p class="quiet">{t.duty.breakText}</p>
      </section>
      <section class="panel-part">
        <AbleFields room={room} services={duty.services} />
      </section>
      <ServiceDeskPart room={room} />
      <section class="panel-part">
        {running > 0 && <Callout tone="warning">{t.duty.endBlocked(running)}</Callout>}
        <button
          type="button"
          class="ds-button"
          data-color="danger"
          data-variant="secondary"
          data-fullwidth
          aria-disabled={running > 0}
          onClick={() => {
            if (running > 0) return;
            onClose();
            begin(desk.goOffDuty());
          }}
        >
          <Icon name="power" />
          {t.duty.end}
        </button>
        <p class="quiet">{t.duty.endText}</p>
        {room.notes !== undefined && <p class="quiet">{t.notes.handoverAsk}</p>}
      </section>
    </Dialog>
  );
}
