/** The microphone, and files that somebody chooses. */

import { signal } from '@preact/signals';
import { SECOND, type Clock } from '../../kernel/clock.ts';
import { chosenType } from '../../letters/chosen-file.ts';
import { fileType, LARGEST_FILE, LONGEST_RECORDING } from '../../letters/file-ref.ts';
import type { Attachment, Media, Recorder } from '../inbox/inbox-view.ts';

/** What the browser can record, the first that it knows. */
const FORMS = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];
/** Clear speech; three minutes are about 700 kB. */
const BITS_PER_SECOND = 32_000;
/** Longer side of a picture after it was drawn anew, in pixels. */
const LARGEST_SIDE = 2_560;
const QUALITY = 0.85;

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
    async prepare(file) {
      const type = chosenType(file.type);
      if (type === undefined || file.size === 0) return 'kind';
      if (file.size > LARGEST_FILE) return 'large';
      if (!type.startsWith('image/')) return { content: await bytesOf(file), type, seconds: 0 };
      const drawn = await drawAnew(file, type).catch(() => undefined);
      if (drawn === undefined) return 'kind';
      return drawn.size > LARGEST_FILE ? 'large' : { content: await bytesOf(drawn), type, seconds: 0 };
    },
  };
}

const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

/** Only the picture itself: what the camera wrote beside it stays behind. */
async function drawAnew(file: Blob, type: string): Promise<Blob | undefined> {
  const picture = await createImageBitmap(file);
  try {
    const scale = Math.min(1, LARGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, QUALITY));
    return drawn?.type === type ? drawn : undefined;
  } finally {
    picture.close();
  }
}

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
