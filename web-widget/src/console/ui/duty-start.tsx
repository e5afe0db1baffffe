import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { watches } from '../../talk/watching.ts';
import { mayWork } from '../login/me.ts';
import { AbleFields } from './able-fields.tsx';
import { begin } from './begin.ts';
import { Icon } from './icons.tsx';
import { useTexts, type Room } from './room.ts';
import { Callout } from './tools.tsx';

/** What stands in the middle while somebody is off duty: how to start, or why they cannot. */
export function DutyStart({ room }: { readonly room: Room }): JSX.Element {
  const t = useTexts();
  const { me, desk } = room;
  const onShift = room.shifts?.onShift.value ?? [];
  const needsShift = mayWork(me, []) === 'volunteer';
  const offered = needsShift ? me.services.filter(({ id }) => onShift.includes(id)) : me.services;
  // A service that came while this console was open is the person's to tick.
  const [ticks, setTicks] = useState<ReadonlyMap<string, boolean>>(new Map());
  const services = offered.map(({ id }) => id).filter((id) => ticks.get(id) ?? !room.following.isNew(id));
  const ready = services.length > 0 && room.preferences.all.value.able.languages.length > 0;
  const starting = desk.duty.value.state === 'starting';
  const may = mayWork(me, onShift);
  const waiting = (room.notes?.unread.value ?? []).filter(({ service }) => services.includes(service)).length;
  if (may !== 'yes') {
    const title = may === 'volunteer' ? t.duty.volunteerTitle : may === 'role' ? t.duty.roleTitle : t.chat.offTitle;
    const noShift = watches(me.role) ? t.duty.traineeNoShift : t.duty.volunteerText;
    const text = may === 'volunteer' ? noShift : may === 'role' ? t.duty.roleText : t.duty.noServices;
    return (
      <div class="middle-card">
        <Icon name="clock" />
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
    );
  }
  return (
    <form
      class="middle-card"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !starting) begin(desk.goOnDuty(services));
      }}
    >
      <h2>{t.duty.startTitle}</h2>
      <p>{me.role === 'mediator' ? t.duty.interpreterText : watches(me.role) ? t.duty.traineeText : t.duty.startText}</p>
      <fieldset class="plain-set">
        <legend class="ds-label">{t.duty.services}</legend>
        {offered.map((service) => (
          <div class="ds-field" key={service.id}>
            <input
              class="ds-input"
              type="checkbox"
              id={`duty-${service.id}`}
              checked={services.includes(service.id)}
              disabled={starting}
              onChange={(event) => setTicks(new Map(ticks).set(service.id, event.currentTarget.checked))}
            />
            <label for={`duty-${service.id}`}>{service.name}</label>
          </div>
        ))}
      </fieldset>
      <AbleFields room={room} services={services} />
      {waiting > 0 && <Callout tone="info">{t.notes.handoversWait(waiting)}</Callout>}
      {services.length === 0 && <Callout tone="warning" live="status">{t.duty.chooseOne}</Callout>}
      <button type="submit" class="ds-button big" aria-disabled={!ready || starting} aria-busy={starting}>
        <Icon name="power" />
        {starting ? t.duty.starting : t.duty.start}
      </button>
      <p class="quiet">{t.duty.startHint}</p>
    </form>
  );
}
