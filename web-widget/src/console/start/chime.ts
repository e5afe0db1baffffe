/** Two soft tones, made in the page. Browsers play nothing before the person has touched the page once. */
export interface Chime {
  /** @param urgent louder, higher and longer: somebody is in danger */
  play(urgent: boolean): void;
  close(): void;
}

const TONES = [
  { pitch: 587.3, at: 0 },
  { pitch: 784, at: 0.22 },
] as const;
const URGENT = [0, 0.22, 0.44, 0.66, 0.88].map((at, n) => ({ pitch: n % 2 === 0 ? 880 : 660, at }));
const LOUD = 0.12;
const LOUDER = 0.3;
const LENGTH = 0.5;

export function chime(): Chime {
  let audio: AudioContext | undefined;
  return {
    play(urgent) {
      audio ??= new AudioContext();
      audio.resume().catch(() => undefined);
      for (const { pitch, at } of urgent ? URGENT : TONES) {
        const start = audio.currentTime + at;
        const tone = new OscillatorNode(audio, { frequency: pitch });
        const volume = new GainNode(audio, { gain: 0 });
        volume.gain.setValueAtTime(0, start);
        volume.gain.linearRampToValueAtTime(urgent ? LOUDER : LOUD, start + 0.03);
        volume.gain.exponentialRampToValueAtTime(0.0001, start + LENGTH);
        tone.connect(volume).connect(audio.destination);
        tone.start(start);
        tone.stop(start + LENGTH);
      }
    },
    close() {
      audio?.close().catch(() => undefined);
    },
  };
}
