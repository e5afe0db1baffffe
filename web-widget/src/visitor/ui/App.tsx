import { useLayoutEffect } from 'preact/hooks';
import type { VNode } from 'preact';
import { takes } from '../in-lane.ts';
import type { Visit } from '../stores/visit.ts';
import { useAttention } from './attention.ts';
import { useHeadingFocus } from './heading-focus.ts';
import { Emergency } from './parts/Emergency.tsx';
import { Header } from './parts/Header.tsx';
import { Ended, Refused, Stopped } from './screens/After.tsx';
import { Checking, Covered, Emptied, Loading, Unreachable } from './screens/Between.tsx';
import { Closed } from './screens/Closed.tsx';
import { LettersPlace } from './screens/LettersPlace.tsx';
import { Start } from './screens/Start.tsx';
import { Talk } from './screens/Talk.tsx';
import { Waiting } from './screens/Waiting.tsx';

function Screen({ visit }: { readonly visit: Visit }): VNode {
  const state = visit.state.value;
  if (visit.letters.value !== undefined) return <LettersPlace visit={visit} />;
  switch (state.kind) {
    case 'loading':
      return <Loading visit={visit} />;
    case 'unreachable':
      return <Unreachable visit={visit} />;
    case 'start': {
      const { service } = state;
      const answered = takes(service);
      return answered ? <Start visit={visit} service={service} /> : <Closed visit={visit} service={service} />;
    }
    case 'waiting':
      return <Waiting visit={visit} state={state} />;
    case 'checking':
      return <Checking visit={visit} alone={state.alone} />;
    case 'talking':
      return <Talk visit={visit} talk={state.talk} />;
    case 'ended':
      return <Ended visit={visit} state={state} />;
    case 'stopped':
      return <Stopped visit={visit} state={state} />;
    case 'refused':
      return <Refused visit={visit} state={state} />;
  }
}

export function App({ visit }: { readonly visit: Visit }): VNode {
  const t = visit.texts.value;
  const covering = visit.cover.state.value;
  const kind = visit.letters.value === undefined ? visit.state.value.kind : 'letters';
  useHeadingFocus(covering === 'open' ? kind : covering);
  useAttention(visit.state.value, t.pageTitle);
  useLayoutEffect(() => {
    document.documentElement.lang = t.tag;
    document.documentElement.dir = t.direction;
    document.title = t.pageTitle;
  }, [t]);
  return (
    <div class={`app app-${covering === 'open' ? kind : 'away'}`}>
      <Header visit={visit} />
      {covering === 'covered' && <Covered visit={visit} />}
      {covering === 'empty' && <Emptied visit={visit} />}
      {covering === 'open' && visit.lost.value && kind === 'start' && (
        <p class="card lost" role="status">
          {t.lost}
        </p>
      )}
      {covering === 'open' && <Screen visit={visit} />}
      <Emergency key={visit.cover.state.value} visit={visit} />
    </div>
  );
}
