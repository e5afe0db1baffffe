import type { JSX } from 'preact';
import { useTexts, type Room } from './room.ts';
import { Dialog } from './tools.tsx';

/** Every key the console knows. Opened with `?`. */
export function KeysDialog({ room, onClose }: { readonly room: Room; readonly onClose: () => void }): JSX.Element {
  const t = useTexts();
  const single = room.preferences.all.value.singleKeys;
  const rows: readonly (readonly [readonly string[], string, boolean])[] = [
    [['T'], t.keys.take, true],
    [['J'], t.keys.next, true],
    [['K'], t.keys.previous, true],
    [['1', '–', '9'], t.keys.nth, true],
    [['S'], t.keys.write, true],
    [['P'], t.keys.pause, true],
    [['E'], t.keys.end, true],
    [['?'], t.keys.overlay, true],
    [['Alt', '↓'], t.keys.next, false],
    [['Alt', '↑'], t.keys.previous, false],
    [['Enter'], t.keys.send, false],
    [['Shift', 'Enter'], t.keys.newline, false],
    [['Esc'], t.keys.leave, false],
  ];
  return (
    <Dialog title={t.keys.title} onClose={onClose}>
      <dl class="keys">
        {rows.map(([keys, what, isSingle]) => (
          <div key={keys.join('+')} data-off={isSingle && !single}>
            <dt>
              {keys.map((key) => (key === '–' ? <span key={key}>–</span> : <kbd key={key}>{key}</kbd>))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <SingleKeys room={room} />
    </Dialog>
  );
}

/** The switch that turns single-key shortcuts off. */
export function SingleKeys({ room }: { readonly room: Room }): JSX.Element {
  const t = useTexts();
  return (
    <div class="ds-field switch-field">
      <input
        class="ds-input"
        type="checkbox"
        role="switch"
        id="single-keys"
        aria-describedby="single-keys-why"
        checked={room.preferences.all.value.singleKeys}
        onChange={(event) => room.preferences.change({ singleKeys: event.currentTarget.checked })}
      />
      <label for="single-keys">{t.keys.single}</label>
      <p id="single-keys-why" class="quiet">
        {t.keys.singleWhy}
      </p>
    </div>
  );
}
