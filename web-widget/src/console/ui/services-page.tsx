import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Opened, ServiceRow, Services } from '../services/services.ts';
import { dayTime } from '../texts/format.ts';
import { begin } from './begin.ts';
import { useTexts, type Room } from './room.ts';
import { ServiceFigures } from './service-figures.tsx';
import { ServiceFields } from './service-form.tsx';
import { ServiceRounds } from './service-rounds.tsx';
import { ServiceLook } from './service-look.tsx';
import { Came, ServiceEditions, ServicePublish } from './service-publish.tsx';
import { Callout } from './tools.tsx';

/** The services a coordinator writes: the list, or one of them. */
export function ServicesPage({ room, services }: { readonly room: Room; readonly services: Services }): JSX.Element {
  const t = useTexts().services;
  const opened = services.opened.value;
  useEffect(() => begin(services.look()), [services]);
  return (
    <main class="page" id="main" tabIndex={-1}>
      <div class="page-head">
        <h1>{t.title}</h1>
        <p class="quiet">{t.lead}</p>
        {!services.reached.value && <Callout tone="warning" live="status" icon="cut">{t.unreachable}</Callout>}
      </div>
      {opened === undefined ? (
        <div class="page-stack">
          <List services={services} />
          <ServiceFigures room={room} counts={services} outreach={room.outreach !== undefined} />
          <ServiceRounds room={room} counts={services} strike={(service, code) => services.strike(service, code)} />
        </div>
      ) : (
        <Editor room={room} services={services} opened={opened} />
      )}
    </main>
  );
}

function List({ services }: { readonly services: Services }): JSX.Element {
  const t = useTexts().services;
  const all = services.list.value;
  return (
    <section class="panel" aria-labelledby="services-title">
      <h2 id="services-title">{t.list}</h2>
      <Came services={services} />
      {all === undefined ? (
        <p role="status">{t.loading}</p>
      ) : all.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ul class="devices">
          {all.map((row) => (
            <Row key={row.id} services={services} row={row} />
          ))}
        </ul>
      )}
      <div class="actions">
        <button type="button" class="ds-button" onClick={() => services.openNew()}>
          {t.make}
        </button>
      </div>
    </section>
  );
}

function Row({ services, row }: { readonly services: Services; readonly row: ServiceRow }): JSX.Element {
  const t = useTexts();
  const s = t.services;
  const state =
    row.published === undefined ? s.neverPublished : s.publishedAt(dayTime(t, row.published), row.by === '' ? s.commandLine : row.by);
  return (
    <li class="device">
      <div>
        <h3>{row.name}</h3>
        <p class="quiet">{[row.id, state, row.off ? s.off : '', row.draft ? s.draft : ''].filter((part) => part !== '').join(' · ')}</p>
      </div>
      <button type="button" class="ds-button" data-variant="secondary" data-size="sm" aria-label={s.editNamed(row.name)} onClick={() => begin(services.open(row.id))}>
        {s.edit}
      </button>
    </li>
  );
}

function Editor({ room, services, opened }: { readonly room: Room; readonly services: Services; readonly opened: Opened }): JSX.Element {
  const t = useTexts().services;
  const { form } = opened;
  const [stuck, setStuck] = useState(false);
  const back = async (): Promise<void> => setStuck(!(await services.leave()));
  return (
    <>
      <div class="service-head">
        <h2>{form.names.find(({ name }) => name !== '')?.name ?? t.newTitle}</h2>
        <button type="button" class="ds-button" data-variant="secondary" data-size="sm" onClick={() => begin(back())}>
          {t.back}
        </button>
      </div>
      {stuck && opened.typed && (
        <Callout tone="warning" live="alert" title={t.leaveAsk}>
          <p>{t.leaveText}</p>
          <div class="actions">
            <button type="button" class="ds-button" data-size="sm" data-color="danger" onClick={() => services.close()}>
              {t.leave}
            </button>
            <button type="button" class="ds-button" data-variant="secondary" data-size="sm" onClick={() => setStuck(false)}>
              {t.leaveNot}
            </button>
          </div>
        </Callout>
      )}
      <div class="page-columns service-columns">
        <ServiceFields
          form={form}
          change={(next) => services.type({ ...form, ...next })}
          fixed={opened.edition > 0 || opened.revision > 0}
          published={opened.published}
          others={services.list.value ?? []}
        />
        <div class="page-stack">
          <ServiceLook services={services} form={form} />
          <ServicePublish room={room} services={services} opened={opened} />
          <ServiceEditions services={services} opened={opened} />
        </div>
      </div>
    </>
  );
}
