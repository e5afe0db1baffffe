import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Calling, ShownCard } from '../outreach/card-desk.ts';
import { begin } from './begin.ts';
import type { TabParts } from './outreach-page.tsx';
import { windowText } from './outreach-worklist.tsx';
import { Callout } from './tools.tsx';

/** The numbers of the open card, hidden until somebody asks, and what somebody called by hand. */
export function CardNumbers({ stores, o, shown }: TabParts & { readonly shown: ShownCard }): JSX.Element {
  const [called, setCalled] = useState<Calling | undefined>(undefined);
  const { desk } = stores;
  const { numbers, card } = shown;
  const stopped = card.stage === 'stopped';
  return (
    <div class="card-numbers">
      <h3>{o.card.hides}</h3>
      {numbers === undefined ? (
        <p>
          <button type="button" class="ds-button" data-variant="secondary" data-size="sm" onClick={() => begin(desk.showNumbers())}>
            {o.card.show}
          </button>{' '}
          <span class="quiet">{`${o.card.numbers(card.numbers)}. ${o.card.showNote}`}</span>
        </p>
      ) : (
        <>
          {stopped && <Callout tone="warning">{o.card.callNever}</Callout>}
          <ul class="devices">
            {numbers.map(({ e164, kind }, place) => (
              <li key={e164} class="device">
                <p>
                  {stopped ? e164 : <a href={`tel:${e164}`}>{e164}</a>} <span class="quiet">{o.card.kinds[kind]}</span>
                </p>
                {card.mine && (
                  <button
                    type="button"
                    class="ds-button"
                    data-variant="secondary"
                    data-size="sm"
                    aria-label={`${o.card.called}: ${e164}`}
                    onClick={() => {
                      setCalled(undefined);
                      begin(desk.called(place).then(setCalled));
                    }}
                  >
                    {o.card.called}
                  </button>
                )}
              </li>
            ))}
          </ul>
          {!stopped && (
            <p class="quiet">
              {o.card.callHours}
              {card.window !== undefined && ` ${windowText(o, card.window)}.`}
              {card.shared > 0 && ` ${o.list.shared(card.shared)}.`}
            </p>
          )}
          <p>
            <button type="button" class="ds-button" data-variant="secondary" data-size="sm" onClick={() => desk.hideNumbers()}>
              {o.card.hide}
            </button>
          </p>
        </>
      )}
      {called !== undefined && (
        <Callout tone={called === 'kept' ? 'success' : 'warning'} live={called === 'kept' ? 'status' : 'alert'}>
          {o.card.calling[called]}
        </Callout>
      )}
    </div>
  );
}
