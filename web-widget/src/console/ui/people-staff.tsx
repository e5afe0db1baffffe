import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Changed, People, Person } from '../people/people.ts';
import { roleName } from '../texts/format.ts';
import { begin } from './begin.ts';
import { RoleField, ServicesField } from './people-fields.tsx';
import { serviceName, useTexts, type Room } from './room.ts';
import { Callout, Dialog } from './tools.tsx';

/** People of one's own services, each with what may be changed about them. */
export function Staff({ room, people }: { readonly room: Room; readonly people: People }): JSX.Element | null {
  const t = useTexts();
  const [open, setOpen] = useState<Person | undefined>(undefined);
  const staff = people.staff.value;
  if (staff === undefined) return null;
  return (
    <section class="panel" aria-labelledby="staff-title">
      <h2 id="staff-title">{t.people.staff}</h2>
      <ul class="devices">
        {staff.map((person) => (
          <li class="device" key={person.id}>
            <div class="device-who">
              <h3>
                {person.name}
                {person.id === room.me.staff && <span class="quiet">{` (${t.people.you})`}</span>}
              </h3>
              <p class="quiet">
                {roleName(t, person.role)}
                <span class="sep" />
                {person.services.map((id) => serviceName(room.me, id)).join(', ')}
                {person.elsewhere > 0 && ` + ${t.people.elsewhere(person.elsewhere)}`}
              </p>
            </div>
            {person.id !== room.me.staff && (
              <div class="device-do">
                <button
                  type="button"
                  class="ds-button"
                  data-variant="tertiary"
                  aria-label={t.people.changeNamed(person.name)}
                  onClick={() => setOpen(person)}
                >
                  {t.people.change}
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {open !== undefined && <ChangeDialog room={room} people={people} person={open} onClose={() => setOpen(undefined)} />}
    </section>
  );
}

function ChangeDialog(props: {
  readonly room: Room;
  readonly people: People;
  readonly person: Person;
  readonly onClose: () => void;
}): JSX.Element {
  const t = useTexts();
  const { room, people, person, onClose } = props;
  const [role, setRole] = useState(person.role);
  const [services, setServices] = useState(person.services);
  const [ending, setEnding] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Changed | 'none'>('none');
  const all = person.elsewhere === 0;
  const act = async (doing: () => Promise<Changed>): Promise<void> => {
    setBusy(true);
    const came = await doing();
    setBusy(false);
    if (came === 'done') onClose();
    else setFault(came);
  };
  const save = async (): Promise<void> => {
    if (services.length === 0 && all) setFault('needed');
    else await act(() => people.change(person, role, services));
  };
  return (
    <Dialog title={ending ? t.people.offAsk(person.name) : t.people.changeTitle(person.name)} onClose={onClose} narrow>
      {ending ? (
        <p>{t.people.offWhy}</p>
      ) : (
        <>
          <RoleField id="change" value={role} onChange={setRole} disabled={!all} />
          <ServicesField id="change" room={room} value={services} onChange={setServices} />
          {!all && <p class="quiet">{t.people.notAll}</p>}
          <p class="quiet">{t.people.changeWhy}</p>
        </>
      )}
      {fault !== 'none' && fault !== 'done' && (
        <Callout tone="danger" live="alert">
          <p>{t.people.changeFault[fault]}</p>
        </Callout>
      )}
      <div class="actions">
        {ending ? (
          <button
            type="button"
            class="ds-button"
            data-color="danger"
            aria-busy={busy}
            onClick={() => begin(act(() => people.offBoard(person)))}
          >
            {t.people.offYes}
          </button>
        ) : (
          <>
            <button type="button" class="ds-button" aria-busy={busy} onClick={() => begin(save())}>
              {t.people.changeSave}
            </button>
            {all && (
              <button type="button" class="ds-button" data-variant="secondary" data-color="danger" onClick={() => setEnding(true)}>
                {t.people.off}
              </button>
            )}
          </>
        )}
        <button type="button" class="ds-button" data-variant="secondary" onClick={onClose}>
          {t.shell.cancel}
        </button>
      </div>
    </Dialog>
  );
}

/** The list says something else of some devices than what holds now: who has to sign it. */
export function Behind({ people }: { readonly people: People }): JSX.Element | null {
  const t = useTexts();
  const rows = (people.devices.value ?? []).filter(({ behind }) => behind !== 'no');
  if (rows.length === 0) return null;
  const names = [...new Set(rows.map(({ name }) => (name === '' ? t.people.nameless : name)))].join(', ');
  const { kind } = people.signing.value;
  return (
    <Callout tone="warning" live="status">
      <p>{t.people.behind(names)}</p>
      {kind === 'elsewhere' && <p>{t.people.behindElsewhere}</p>}
      {kind === 'here' && (
        <button type="button" class="ds-button" data-variant="secondary" onClick={() => begin(people.follow())}>
          {t.people.follow}
        </button>
      )}
    </Callout>
  );
}
