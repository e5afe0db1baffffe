/** Which role and which services: asked of new people and of those who are there. */

import type { JSX } from 'preact';
import { useTexts, type Room } from './room.ts';

const ROLES = ['worker', 'coordinator', 'volunteer', 'peer', 'mediator', 'partner', 'trainee', 'auditor'] as const;

interface Field<T> {
  /** Begins the ids of the fields, which are unique on the page. */
  readonly id: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
}

export function RoleField({ id, value, onChange, disabled = false }: Field<string> & { readonly disabled?: boolean }): JSX.Element {
  const t = useTexts();
  return (
    <div class="ds-field">
      <label class="ds-label" for={`${id}-role`}>
        {t.people.role}
      </label>
      <select id={`${id}-role`} class="ds-input" value={value} disabled={disabled} onChange={(event) => onChange(event.currentTarget.value)}>
        {ROLES.map((each) => (
          <option key={each} value={each}>
            {t.about.roles[each]}
          </option>
        ))}
      </select>
    </div>
  );
}

/** One's own services. */
export function ServicesField({ id, room, value, onChange }: Field<readonly string[]> & { readonly room: Room }): JSX.Element {
  const t = useTexts();
  return (
    <fieldset class="plain-set">
      <legend class="ds-label">{t.people.services}</legend>
      {room.me.services.map((service) => (
        <div class="ds-field" key={service.id}>
          <input
            class="ds-input"
            type="checkbox"
            id={`${id}-${service.id}`}
            checked={value.includes(service.id)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...value, service.id] : value.filter((chosen) => chosen !== service.id))
            }
          />
          <label for={`${id}-${service.id}`}>{service.name}</label>
        </div>
      ))}
    </fieldset>
  );
}
