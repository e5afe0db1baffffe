import type { CompanyWords } from './texts.ts';

export const nb: CompanyWords = {
  question: {
    join: (who, lead) => `${lead} spør: kan ${who} bli med i samtalen?`,
    watch: (who, lead) => `${lead} spør: kan ${who} lese med i samtalen for å lære?`,
    handover: (who, lead) => `${lead} spør: kan ${who} ta over samtalen?`,
  },
  readers: {
    join: (name, lead) =>
      `Sier du ja, kan både ${name} og ${lead} lese det du skriver fra da av. Det som er sagt før, blir ikke vist til ${name}; viser ${lead} det senere, får du vite det. Uten et ja blir alt som nå.`,
    watch: (name, lead) =>
      `Sier du ja, kan ${name} lese det du og ${lead} skriver fra da av. ${name} kan ikke skrive, og det som er sagt før, blir ikke vist. Du kan når som helst be ${name} gå ut. Sier du nei, blir alt som nå, og du får like god hjelp.`,
    handover: (name, lead) =>
      `Sier du ja, kan bare ${name} lese det du skriver fra da av, ikke ${lead}. Det som er sagt før, blir ikke vist til ${name}. Uten et ja blir alt som nå.`,
  },
};
