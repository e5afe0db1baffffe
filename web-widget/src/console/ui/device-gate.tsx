import type { JSX } from 'preact';
import { BringBack } from './bring-back.tsx';
import { Icon } from './icons.tsx';
import { useTexts, type Room } from './room.ts';
import { SpareOffer } from './spare-offer.tsx';
import { Callout, Code } from './tools.tsx';

/** What stands in the middle until this browser's key is in the roster, or when it must not be used. */
export function DeviceGate({ room }: { readonly room: Room }): JSX.Element {
  const t = useTexts();
  const state = room.desk.device.value;
  const code = room.code.value;
  const trouble = room.trouble.value;
  if (state === 'unsupported' || trouble === 'unsupported') {
    return (
      <div class="middle-card">
        <Callout tone="danger" title={t.device.unsupportedTitle} live="alert">
          <p>{t.device.unsupportedText}</p>
          <p class="strong">{t.device.unsupportedDo}</p>
        </Callout>
      </div>
    );
  }
  if (trouble === 'revoked' && state !== 'rostered') {
    return (
      <div class="middle-card">
        <Callout tone="danger" title={t.device.revokedTitle} live="alert">
          <p>{t.device.revokedText}</p>
        </Callout>
      </div>
    );
  }
  if (trouble === 'refused') {
    return (
      <div class="middle-card">
        <Callout tone="danger" live="alert">
          <p>{t.device.failed}</p>
        </Callout>
        <button type="button" class="ds-button" onClick={() => room.enrolAgain()}>
          {t.device.retry}
        </button>
      </div>
    );
  }
  const back = room.back.view.value;
  if (back.kind === 'choose' || back.kind === 'gone') return <BringBack room={room} view={back} />;
  if (state === 'none' || code === undefined) {
    return (
      <div class="middle-card">
        <Icon name="key" />
        <p role="status">{t.device.making}</p>
      </div>
    );
  }
  return (
    <>
      <Pending room={room} code={code} />
      <SpareOffer room={room} />
    </>
  );
}

function Pending({ room, code }: { readonly room: Room; readonly code: string }): JSX.Element {
  const t = useTexts();
  return (
    <div class="middle-card">
      <Icon name="device" />
      <h2>{t.device.pendingTitle}</h2>
      <p role="status">{t.device.pendingText}</p>
      {room.me.demo && <p class="quiet">{t.device.pendingDemo}</p>}
      <div class="code-box">
        <p class="ds-label">{t.device.codeLabel}</p>
        <Code code={code} />
        <p class="quiet">{t.device.codeHelp}</p>
      </div>
      <p class="quiet">{t.device.honest}</p>
    </div>
  );
}

/** Covers the whole page in red: the roster and this browser's keys disagree. */
export function Alarm({ room }: { readonly room: Room }): JSX.Element {
  const t = useTexts();
  const code = room.code.value;
  return (
    <main class="alarm" data-color="danger" id="main">
      <div role="alert">
      <Icon name="warn" />
      <h1>{t.device.alarmTitle}</h1>
      <p>{t.device.alarmText}</p>
      <p class="strong">{t.device.alarmDo}</p>
      </div>
      {code !== undefined && (
        <div class="code-box">
          <p class="ds-label">{t.device.codeLabel}</p>
          <Code code={code} />
        </div>
      )}
    </main>
  );
}
