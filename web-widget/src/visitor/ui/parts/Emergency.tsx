import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { ServiceInfo } from '../../session-view.ts';
import type { Visit } from '../../stores/visit.ts';
import { useLate } from '../late.ts';

/** Norway's numbers, for the screens that come before the service has answered. */
const NORWAY: ServiceInfo['emergency'] = [
  { number: '113', kind: 'health' },
  { number: '112', kind: 'police' },
  { number: '116117', kind: 'doctor' },
];

/** So many fit into one row of a small phone; a longer list opens on request. */
const ONE_ROW = 3;
const BESIDE_MORE = 2;

/** The foot of every screen. What is open there goes away with the cover, and can be opened there again. */
export function Emergency({ visit }: { readonly visit: Visit }): VNode {
  const t = visit.texts.value.emergency;
  const [open, setOpen] = useState(false);
  const [abroad, setAbroad] = useState(false);
  const Abroad = useLate(abroad, () => import('../abroad/Abroad.tsx'));
  const numbers = visit.abroad.value?.numbers ?? visit.service.value?.emergency ?? NORWAY;
  const many = numbers.length > ONE_ROW;
  return (
    <footer class="urgent">
      <div>
        <p id="urgent-title">
          <b>{t.title}</b>
        </p>
        <button type="button" class="plain" aria-expanded={abroad} onClick={() => setAbroad(!abroad)}>
          {t.abroad}
        </button>
      </div>
      <ul aria-labelledby="urgent-title">
        {(many && !open ? numbers.slice(0, BESIDE_MORE) : numbers).map(({ number, kind }) => {
          const what = t.kinds[kind];
          return (
            <li key={number}>
              <a href={`tel:${number}`} rel="noopener">
                <strong>{number}</strong>
                {what !== undefined && <span>{what}</span>}
              </a>
            </li>
          );
        })}
        {many && (
          <li>
            <button type="button" class="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? t.fewer : t.more}
            </button>
          </li>
        )}
      </ul>
      {abroad && Abroad !== undefined && <Abroad visit={visit} />}
    </footer>
  );
}
