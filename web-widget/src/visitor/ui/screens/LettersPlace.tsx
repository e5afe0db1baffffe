import { useEffect, useState } from 'preact/hooks';
import type { ComponentType, VNode } from 'preact';
import type { LetterRoom } from '../../stores/letter-room.ts';
import type { Visit } from '../../stores/visit.ts';
import { Page } from '../parts/Page.tsx';
import { Loading } from './Between.tsx';

type Screens = ComponentType<{ readonly visit: Visit; readonly room: LetterRoom }>;

/** Letters and return codes: their screens are fetched when somebody comes here. */
export function LettersPlace({ visit }: { readonly visit: Visit }): VNode {
  const [screens, setScreens] = useState<Screens | 'not-to-be-had' | undefined>(undefined);
  useEffect(() => {
    import('../letters/Letters.tsx').then(
      ({ Letters }) => setScreens(() => Letters),
      () => setScreens('not-to-be-had'),
    );
  }, []);
  const room = visit.letters.value;
  const { unreachable, stopped } = visit.texts.value;
  if (room === 'not-to-be-had' || screens === 'not-to-be-had') {
    return (
      <Page title={unreachable.title} lead={unreachable.what} mood="dark">
        <button type="button" class="main" onClick={() => visit.again()}>
          {stopped.again}
        </button>
      </Page>
    );
  }
  if (typeof room !== 'object' || screens === undefined) return <Loading visit={visit} />;
  const Shown = screens;
  return <Shown visit={visit} room={room} />;
}
