/** The microphone, and files that somebody chooses. */

import { signal } from '@preact/signals';
import { SECOND, type Clock } from '../../kernel/clock.ts';
import { fileType, LONGEST_RECORDING } from '../../letters/file-ref.ts';
import { prepare } from '../../screen/chosen.ts';
import type { Attachment, Media, Recorder } from '../inbox/inbox-view.ts';

/** What the browser can record, the first that it knows. */
const FORMS = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];
/** Clear speech; three minutes are about 700 kB. */
const BITS_PER_SECOND = 32_000;

export function browserMedia(clock: Clock): Media {
  const form = typeof MediaRecorder === 'function' ? FORMS.find((each) => MediaRecorder.isTypeSupported(each)) : undefined;
  return {
    canRecord: form !== undefined && 'mediaDevices' in navigator,
    async record(full) {
      try {
        const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
        return recorder(stream, form ?? '', clock, full);
      } catch {
        return undefined;
      }
    },
    prepare,
  };
}

const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

function recorder(stream: MediaStream, form: string, clock: Clock, full: () => void): Recorder {
  const parts: Blob[] = [];
  const seconds = signal(0);
  const began = clock.now();
  const machine = new MediaRecorder(stream, { mimeType: form, audioBitsPerSecond: BITS_PER_SECOND });
  const ended = new Promise<void>((done) => {
    machine.onstop = () => done();
  });
  machine.ondataavailable = ({ data }) => parts.push(data);
  machine.start();
  let cancel = (): void => undefined;
  const tick = (): void => {
    seconds.value = Math.floor((clock.now() - began) / SECOND);
    if (seconds.value >= LONGEST_RECORDING) full();
    else cancel = clock.after(SECOND, tick);
  };
  tick();
  const end = (): void => {
    cancel();
    if (machine.state !== 'inactive') machine.stop();
    for (const track of stream.getTracks()) track.stop();
  };
  return {
    seconds,
    async stop() {
      end();
      await ended;
      const type = fileType(form.split(';')[0] ?? '');
      const content = await bytesOf(new Blob(parts));
      const length = Math.min(LONGEST_RECORDING, Math.max(1, Math.round((clock.now() - began) / SECOND)));
      return type === undefined || content.length === 0 ? undefined : ({ content, type, seconds: length } satisfies Attachment);
    },
    cancel: end,
  };
}
