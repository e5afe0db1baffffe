import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { People } from '../people/people.ts';
import { begin } from './begin.ts';
import { RoleField, ServicesField } from './people-fields.tsx';
import { useTexts, type Room } from './room.ts';
import { Callout, Copyable, Dialog } from './tools.tsx';

const LONGEST_NAME = 80;

/** Makes a one-time link for a new person and shows it once. */
export function Invite({ room, people }: { readonly room: Room; readonly people: People }): JSX.Element {
  const t = useTexts();
  const link = people.link.value;
  return (
    <section class="panel" aria-labelledby="invite-title">
      <h2 id="invite-title" tabIndex={-1}>{link === undefined ? t.people.inviteTitle : t.people.linkTitle(link.name)}</h2>
      {link === undefined ? (
        <InviteForm room={room} people={people} />
      ) : (
        <>
          <Copyable label={t.people.link} value={link.address} />
          <p>{t.people.linkText}</p>
          <p class="quiet">{t.people.inviteText}</p>
          <button type="button" class="ds-button" data-variant="secondary" onClick={() => people.forgetLink()}>
            {t.people.linkDone}
          </button>
        </>
      )}
    </section>
  );
}

/** Asks once before somebody who exists gets another link; it is then shown where new people's links are. */
export function InviteAgain(props: {
  readonly people: People;
  readonly staff: string;
  readonly name: string;
  readonly onClose: () => void;
}): JSX.Element {
  const t = useTexts();
  const [failed, setFailed] = useState(false);
  const make = async (): Promise<void> => {
    setFailed(false);
    if (!(await props.people.inviteAgain(props.staff, props.name))) {
      setFailed(true);
      return;
    }
    props.onClose();
    document.getElementById('invite-title')?.focus();
  };
  return (
    <Dialog title={t.recovery.againAsk(props.name)} onClose={props.onClose} narrow>
      <p>{t.recovery.againWhy}</p>
      {failed && (
        <Callout tone="danger" live="alert">
          <p>{t.recovery.againFailed}</p>
        </Callout>
      )}
      <div class="actions">
        <button type="button" class="ds-button" onClick={() => begin(make())}>
          {t.recovery.againYes}
        </button>
        <button type="button" class="ds-button" data-variant="secondary" onClick={props.onClose}>
          {t.shell.cancel}
        </button>
      </div>
    </Dialog>
  );
}

function InviteForm({ room, people }: { readonly room: Room; readonly people: People }): JSX.Element {
  const t = useTexts();
  const [name, setName] = useState('');
  const [role, setRole] = useState('worker');
  const [services, setServices] = useState<readonly string[]>([]);
  const [fault, setFault] = useState<'none' | 'fields' | 'refused'>('none');
  const submit = async (): Promise<void> => {
    const shown = name.trim();
    if (shown === '' || shown.length > LONGEST_NAME || services.length === 0) {
      setFault('fields');
      return;
    }
    setFault((await people.invite(shown, role, services)) ? 'none' : 'refused');
  };
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        begin(submit());
      }}
    >
      <p class="quiet">{t.people.inviteText}</p>
      <div class="ds-field">
        <label class="ds-label" for="invite-name">
          {t.people.name}
        </label>
        <input
          id="invite-name"
          class="ds-input"
          autocomplete="off"
          maxLength={LONGEST_NAME}
          value={name}
          aria-invalid={fault === 'fields' && name.trim() === ''}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </div>
      <RoleField id="invite" value={role} onChange={setRole} />
      <ServicesField id="invite" room={room} value={services} onChange={setServices} />
      {fault !== 'none' && (
        <Callout tone="warning" live="alert">
          <p>{fault === 'fields' ? t.people.nameMissing : t.people.inviteRefused}</p>
        </Callout>
      )}
      <button type="submit" class="ds-button">
        {t.people.invite}
      </button>
    </form>
  );
}
