/** Whom to phone in danger outside Norway: country (ISO 3166-1) → numbers. Only those that are beyond doubt. */

import type { ServiceInfo } from '../../session-view.ts';

type Numbers = ServiceInfo['emergency'];

/** The police may answer, or come with whoever does. */
const any = (...numbers: readonly string[]): Numbers => numbers.map((number) => ({ number, kind: 'any' }));
const apart = (health: string, police: string): Numbers => [
  { number: health, kind: 'health' },
  { number: police, kind: 'police' },
];

/** EU and EEA without Norway: 112 everywhere. */
const EUROPE = 'AT BE BG CY CZ DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL PL PT RO SE SI SK';

export const NUMBERS: Readonly<Record<string, Numbers>> = {
  ...Object.fromEntries(EUROPE.split(' ').map((country) => [country, any('112')])),
  DE: apart('112', '110'),
  CH: [...any('112'), ...apart('144', '117')],
  GB: any('112', '999'),
  UA: apart('103', '102'),
  TR: any('112'),
  RU: any('112'),
  TH: apart('1669', '191'),
  BR: apart('192', '190'),
  US: any('911'),
  CA: any('911'),
  PH: any('911'),
};
