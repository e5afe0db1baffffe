import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { DeviceRow, People } from '../people/people.ts';
import { dayTime, roleName } from '../texts/format.ts';
import { begin } from './begin.ts';
import { Icon } from './icons.tsx';
import { Invite, InviteAgain } from './people-invite.tsx';
import { Behind, Staff } from './people-staff.tsx';
import { serviceName, useTexts, type Room } from './room.ts';
import { Callout, Code, Dialog } from './tools.tsx';
import { Wizard } from './wizard.tsx';

const DAY = 86_400_000;

/** Devices and invitations, for coordinators. */
export function PeoplePage({ room, people }: { readonly room: Room; readonly people: People }): JSX.Element {
  const t = useTexts();
  const [asked, setAsked] = useState<DeviceRow | undefined>(undefined);
  const [again, setAgain] = useState<DeviceRow | undefined>(undefined);
  useEffect(() => {
    begin(people.load());
  }, [people]);
  const devices = people.devices.value;
  return (
    <main class="page" id="main" tabIndex={-1}>
      <div class="page-head">
        <h1>{t.people.title}</h1>
        <p class="quiet">{t.people.lead}</p>
      </div>
      <div class="page-columns">
        <section class="panel" aria-labelledby="devices-title">
          <h2 id="devices-title">{t.people.devices}</h2>
          <ListState room={room} people={people} />
          {people.failed.value ? (
            <Callout tone="warning" live="alert">
              <p>{t.people.failed}</p>
            </Callout>
          ) : devices === undefined ? (
            <p role="status">{t.people.loading}</p>
          ) : devices.length === 0 ? (
            <p>{t.people.noDevices}</p>
          ) : (
            <ul class="devices">
              {devices.map((device) => (
                <Device
                  key={device.id}
                  room={room}
                  people={people}
                  device={device}
                  onRevoke={() => setAsked(device)}
                  onAgain={() => setAgain(device)}
                />
              ))}
            </ul>
          )}
        </section>
        <div class="page-stack">
          <Invite room={room} people={people} />
          <Staff room={room} people={people} />
        </div>
      </div>
      {people.wizard.value !== undefined && <Wizard room={room} people={people} />}
      {asked !== undefined && (
        <Dialog title={t.people.revokeAsk(nameOf(t.people.nameless, asked))} onClose={() => setAsked(undefined)} narrow>
          <p>{t.people.revokeWhy}</p>
          <p>
            <Code code={asked.code} />
          </p>
          <p class="quiet">
            {asked.enrolled === undefined ? '' : `${t.people.since(dayTime(t, asked.enrolled))}. `}
            {t.people.revokeWhich}
          </p>
          <div class="actions">
            <button
              type="button"
              class="ds-button"
              data-color="danger"
              onClick={() => {
                setAsked(undefined);
                begin(people.revoke(asked.id));
              }}
            >
              {t.people.revokeYes}
            </button>
            <button type="button" class="ds-button" data-variant="secondary" onClick={() => setAsked(undefined)}>
              {t.shell.cancel}
            </button>
          </div>
        </Dialog>
      )}
      {again !== undefined && (
        <InviteAgain people={people} staff={again.staff} name={nameOf(t.people.nameless, again)} onClose={() => setAgain(undefined)} />
      )}
    </main>
  );
}

const nameOf = (nameless: string, device: DeviceRow): string => (device.name === '' ? nameless : device.name);

/** Who signs the list, until when it is valid, and what came of the last change. */
function ListState({ room, people }: { readonly room: Room; readonly people: People }): JSX.Element {
  const t = useTexts();
  const roster = people.roster.value;
  const signing = people.signing.value;
  const outcome = people.outcome.value;
  const soon = roster !== undefined && roster.expires - room.now.value < 2 * DAY;
  return (
    <div class="list-state">
      <p>{roster === undefined ? t.people.rosterNone : t.people.rosterState(roster.version, dayTime(t, roster.expires))}</p>
      <p class="quiet">
        {signing.kind === 'demo' && t.people.demoSigner}
        {signing.kind === 'elsewhere' && t.people.otherSigner}
        {signing.kind === 'here' && t.people.thisSigner(dayTime(t, signing.until))}
      </p>
      {signing.kind !== 'demo' && (
        <button
          type="button"
          class="ds-button"
          data-variant={signing.kind === 'none' ? undefined : 'secondary'}
          onClick={() => people.openWizard()}
        >
          <Icon name="key" />
          {signing.kind === 'none' ? t.wizard.open : signing.kind === 'here' ? t.wizard.openNext : t.wizard.openOver}
        </button>
      )}
      {signing.kind === 'here' && roster !== undefined && (
        <>
          {soon && <Callout tone="warning">{t.people.renewSoon}</Callout>}
          <button type="button" class="ds-button" data-variant="secondary" aria-busy={outcome.kind === 'busy'} onClick={() => begin(people.renew())}>
            {t.people.renew}
          </button>
        </>
      )}
      <Behind people={people} />
      {outcome.kind === 'published' && (
        <Callout tone="success" live="status">
          <p>{t.people.published(outcome.version)}</p>
        </Callout>
      )}
      {outcome.kind === 'refused' && (
        <Callout tone="danger" live="alert">
          <p>{t.people.refused}</p>
        </Callout>
      )}
    </div>
  );
}

function Device(props: {
  readonly room: Room;
  readonly people: People;
  readonly device: DeviceRow;
  readonly onRevoke: () => void;
  readonly onAgain: () => void;
}): JSX.Element {
  const t = useTexts();
  const { room, people, device } = props;
  const name = nameOf(t.people.nameless, device);
  const here = people.signing.value.kind === 'here';
  return (
    <li class="device" data-state={device.state}>
      <div class="device-who">
        <h3>
          {name}
          {device.mine && <span class="quiet">{` (${t.people.thisDevice})`}</span>}
        </h3>
        <p class="quiet">
          {roleName(t, device.role)}
          <span class="sep" />
          {device.services.map((id) => serviceName(room.me, id)).join(', ')}
        </p>
        {device.enrolled !== undefined && <p class="quiet">{t.people.since(dayTime(t, device.enrolled))}</p>}
      </div>
      <p class="device-state">
        <Icon name={device.state === 'rostered' ? 'check' : device.state === 'pending' ? 'clock' : 'close'} />
        {t.people[device.state]}
      </p>
      <p class="device-code">
        <span class="ds-sr-only">{`${t.people.code}: `}</span>
        <Code code={device.code} />
      </p>
      {device.state === 'pending' && here && <p class="quiet device-note">{t.people.compare}</p>}
      <div class="device-do">
        {!device.mine && (
          <button type="button" class="ds-button" data-variant="tertiary" aria-label={t.recovery.againNamed(name)} onClick={props.onAgain}>
            {t.recovery.again}
          </button>
        )}
        {here &&
          device.state !== 'revoked' &&
          (device.state === 'pending' ? (
            <button type="button" class="ds-button" aria-label={t.people.approveNamed(name)} onClick={() => begin(people.approve(device.id))}>
              {t.people.approve}
            </button>
          ) : (
            <button
              type="button"
              class="ds-button"
              data-variant="secondary"
              data-color="danger"
              aria-label={t.people.revokeNamed(name)}
              onClick={props.onRevoke}
            >
              {t.people.revoke}
            </button>
          ))}
      </div>
    </li>
  );
}
