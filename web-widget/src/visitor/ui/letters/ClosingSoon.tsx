import type { VNode } from 'preact';
import type { ServiceInfo, WaitBand } from '../../session-view.ts';
import { reach, type Reach } from './reach.ts';

const EN: Readonly<Record<Reach, string>> = {
  likely: 'We close soon, and will probably reach you before that.',
  unsure: 'We close soon, and cannot say whether we reach you before that. You can leave a message instead.',
  unlikely: 'We close soon, and will probably not reach you before that. You can leave a message instead; what you have written comes along.',
  nobody: 'Nobody is on duty right now. You keep your place, and are answered when somebody comes. You can leave a message instead; what you have written comes along.',
  closed: 'We have closed. Somebody may still answer, but that is not certain. You can leave a message; what you have written comes along.',
};
const WORDS: Readonly<Record<string, Readonly<Record<Reach, string>>>> = {
  en: EN,
  nb: {
    likely: 'Vi stenger snart, og rekker deg nok før det.',
    unsure: 'Vi stenger snart, og vet ikke om vi rekker deg før det. Du kan legge igjen en melding i stedet.',
    unlikely: 'Vi stenger snart, og rekker deg nok ikke. Du kan legge igjen en melding i stedet; det du har skrevet, blir med.',
    nobody: 'Ingen er på vakt akkurat nå. Du beholder plassen din og får svar når noen kommer. Du kan legge igjen en melding i stedet; det du har skrevet, blir med.',
    closed: 'Vi har stengt. Noen kan fortsatt svare, men det er ikke sikkert. Du kan legge igjen en melding; det du har skrevet, blir med.',
  },
};

interface Props {
  readonly service: ServiceInfo;
  readonly band: WaitBand;
  readonly tag: string;
}

/** Tells whoever waits near closing time, or while nobody is there, whether they will be reached. The box is there before, so that it is read out. */
export default function ClosingSoon({ service, band, tag }: Props): VNode {
  const told = reach(service, band, Date.parse(service.now));
  return <div role="status">{told !== undefined && <p class="notice">{(WORDS[tag] ?? EN)[told]}</p>}</div>;
}
