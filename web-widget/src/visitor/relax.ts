/** What is said to the server when a visitor in the line gives something up, or keeps it. Loaded on demand. */

import { Preference as Wire } from '../gen/havn/v1/visitor_pb.ts';
import type { VisitorUpKind } from '../wire/visitor-frames.ts';
import type { Preference, Relaxing } from './session-view.ts';

const ON_THE_WIRE: Readonly<Record<Preference, Wire>> = {
  profession: Wire.ANOTHER_PROFESSION,
  gender: Wire.ANOTHER_GENDER,
  language: Wire.ANOTHER_LANGUAGE,
};

export const relaxing = ({ preference, yes, language = '', number: question = 0 }: Relaxing): VisitorUpKind => ({
  case: 'relax',
  value: { preference: ON_THE_WIRE[preference], yes, question, language },
});
