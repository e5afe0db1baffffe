import type { JSX } from 'preact';
import type { Section } from '../services/changes.ts';
import { audiencesFor, KINDS, withPhone, type LaneSlot, type Named, type ServiceForm } from '../services/form.ts';
import type { ServiceRow } from '../services/services.ts';
import { laneName } from '../texts/format.ts';
import { Choice } from './choice.tsx';
import { useTexts } from './room.ts';
import { CalendarFields, SLOT, SlotFields } from './service-calendar.tsx';
import { Box, Rows, Values } from './service-fields.tsx';
import { ServiceManners } from './service-manners.tsx';

interface Parts {
  readonly form: ServiceForm;
  readonly change: (next: Partial<ServiceForm>) => void;
}

/** Everything a service says of itself. */
export function ServiceFields(
  props: Parts & { readonly fixed: boolean; readonly published: ServiceForm | undefined; readonly others: readonly ServiceRow[] },
): JSX.Element {
  const t = useTexts().services;
  const { form, change } = props;
  return (
    <div class="form">
      <section class="panel" aria-labelledby="who-title">
        <h3 id="who-title">{t.whoTitle}</h3>
        <Box id="service-id" label={t.id} hint={t.idHint} value={form.id} readOnly={props.fixed} onInput={(id) => change({ id })} />
        <Names id="names" label={t.sections.names} names={form.names} onChange={(names) => change({ names })} />
        <Said id="welcome" most={160} texts={form.welcome} languages={form.languages} onChange={(welcome) => change({ welcome })} />
        <Said id="kept" most={400} texts={form.kept} languages={form.languages} onChange={(kept) => change({ kept })} />
        <Said id="records" most={600} texts={form.records} languages={form.languages} onChange={(records) => change({ records })} />
        <Values id="languages" label={t.sections.languages} hint={t.hints.languages} values={form.languages} onChange={(languages) => change({ languages })} />
        <Values id="lanes" label={t.sections.lanes} hint={t.hints.lanes} values={form.lanes} onChange={(lanes) => change({ lanes })} />
        <Choice
          id="audience"
          label={t.sections.audience}
          value={form.audience}
          options={audiencesFor(form, props.published).map((each) => [each, t.values[each] ?? each])}
          onChange={(audience) => change({ audience })}
        />
      </section>
      <Hours form={form} change={change} />
      <Where form={form} change={change} others={props.others} />
      <ServiceManners manners={form.manners} change={(manners) => change({ manners })} />
    </div>
  );
}

function Names(props: {
  readonly id: Section | 'afterNames';
  readonly label: string;
  readonly names: readonly Named[];
  readonly onChange: (names: readonly Named[]) => void;
}): JSX.Element {
  const t = useTexts().services;
  return (
    <Rows
      id={props.id}
      label={props.label}
      rows={props.names}
      fresh={{ language: '', name: '' }}
      onChange={props.onChange}
      row={(value, change, id) => (
        <>
          <Box id={`${id}-language`} label={t.language} value={value.language} onInput={(language) => change({ language })} />
          <Box id={`${id}-name`} label={t.name} value={value.name} onInput={(name) => change({ name })} />
        </>
      )}
    />
  );
}

/** One of the service's own texts, in each language that was chosen for it. */
function Said(props: {
  readonly id: 'welcome' | 'kept' | 'records';
  readonly most: number;
  readonly texts: readonly Named[];
  readonly languages: readonly string[];
  readonly onChange: (texts: readonly Named[]) => void;
}): JSX.Element {
  const t = useTexts().services;
  const free = props.languages.find((tag) => !props.texts.some(({ language }) => language === tag)) ?? '';
  return (
    <Rows
      id={props.id}
      label={t.sections[props.id]}
      hint={t.hints[props.id]}
      rows={props.texts}
      fresh={{ language: free, name: '' }}
      onChange={props.onChange}
      row={(value, change, id) => (
        <>
          <Choice
            id={`${id}-language`}
            label={t.language}
            value={value.language}
            options={[...new Set([...props.languages, value.language])].map((tag) => [tag, tag])}
            onChange={(language) => change({ language })}
          />
          <Box id={`${id}-text`} label={t.text} value={value.name} most={props.most} onInput={(name) => change({ name })} />
        </>
      )}
    />
  );
}

function Hours({ form, change }: Parts): JSX.Element {
  const t = useTexts();
  const s = t.services;
  return (
    <section class="panel" aria-labelledby="hours-title">
      <h3 id="hours-title">{s.hoursTitle}</h3>
      <CalendarFields calendar={form} label={(section) => s.sections[section]} untilHint={s.hints.until} change={change} />
      <Rows<LaneSlot>
        id="laneHours"
        label={s.sections.laneHours}
        rows={form.laneHours}
        fresh={{ lane: form.lanes[0] ?? '', ...SLOT }}
        onChange={(laneHours) => change({ laneHours })}
        row={(each, next, id) => (
          <>
            <Choice
              id={`${id}-lane`}
              label={s.lane}
              value={each.lane}
              options={[...new Set([...form.lanes, each.lane])].map((lane) => [lane, laneName(t, lane)])}
              onChange={(lane) => next({ lane })}
            />
            <SlotFields id={id} slot={each} change={next} />
          </>
        )}
      />
    </section>
  );
}

/** Another organisation: who it is, and when it answers. */
function ByPhone({ form, change }: Parts): JSX.Element {
  const t = useTexts().services;
  return (
    <>
      <Names id="afterNames" label={t.name} names={form.afterNames} onChange={(afterNames) => change({ afterNames })} />
      <Box id="after-phone" label={t.afterPhone} hint={t.afterPhoneHint} value={form.afterPhone} onInput={(typed) => change(withPhone(form, typed))} />
      <div class="ds-field">
        <input class="ds-input" type="checkbox" id="after-always" checked={form.afterAlways} onChange={(event) => change({ afterAlways: event.currentTarget.checked })} />
        <label for="after-always">{t.afterAlways}</label>
      </div>
      {!form.afterAlways && (
        <CalendarFields
          id="after-"
          calendar={form.afterHours}
          label={(section) => t.byPhone(t.sections[section])}
          untilHint={t.afterUntilHint}
          change={(next) => change({ afterHours: { ...form.afterHours, ...next } })}
        />
      )}
    </>
  );
}

function Where({ form, change, others }: Parts & { readonly others: readonly ServiceRow[] }): JSX.Element {
  const t = useTexts().services;
  const named = others.filter(({ id }) => id !== form.id).map(({ id, name }) => [id, name] as const);
  const known = form.afterService === '' || named.some(([id]) => id === form.afterService);
  return (
    <section class="panel" aria-labelledby="where-title">
      <h3 id="where-title">{t.whereTitle}</h3>
      <Choice
        id="after"
        label={t.sections.after}
        value={form.after}
        options={(['nobody', 'service', 'phone'] as const).map((each) => [each, t.after[each]])}
        onChange={(after) => change({ after: after === 'service' || after === 'phone' ? after : 'nobody' })}
      />
      {form.after === 'service' && (
        <Choice
          id="after-service"
          label={t.afterService}
          value={form.afterService}
          options={[['', '–'], ...named, ...(known ? [] : [[form.afterService, form.afterService] as const])]}
          onChange={(afterService) => change({ afterService })}
        />
      )}
      {form.after === 'phone' && <ByPhone form={form} change={change} />}
      <Values id="origins" label={t.sections.origins} hint={t.hints.origins} lines values={form.origins} onChange={(origins) => change({ origins })} />
      <Box id="retentionDays" label={t.sections.retentionDays} hint={t.hints.retentionDays} value={form.retentionDays} onInput={(retentionDays) => change({ retentionDays })} />
      <Box id="exit" label={t.sections.exit} hint={t.hints.exit} value={form.exit} onInput={(exit) => change({ exit })} />
      <Rows
        id="emergency"
        label={t.sections.emergency}
        rows={form.emergency}
        fresh={{ number: '', kind: 'health' }}
        onChange={(emergency) => change({ emergency })}
        row={(each, next, id) => (
          <>
            <Box id={`${id}-number`} label={t.number} value={each.number} onInput={(number) => next({ number })} />
            <Choice id={`${id}-kind`} label={t.kind} value={each.kind} options={KINDS.map((kind) => [kind, t.values[kind] ?? kind])} onChange={(kind) => next({ kind })} />
          </>
        )}
      />
      <div class="ds-field">
        <input class="ds-input" type="checkbox" id="off" checked={form.off} onChange={(event) => change({ off: event.currentTarget.checked })} />
        <label for="off">{t.offLabel}</label>
      </div>
    </section>
  );
}
