import type { CompanyWords } from './texts.ts';

export const en: CompanyWords = {
  question: {
    join: (who, lead) => `${lead} asks: may ${who} join your chat?`,
    watch: (who, lead) => `${lead} asks: may ${who} read along in your chat, to learn?`,
    handover: (who, lead) => `${lead} asks: may ${who} take over your chat?`,
  },
  readers: {
    join: (name, lead) =>
      `With a yes, ${name} and ${lead} can both read what you write from then on. What is said already is not shown to ${name}; if ${lead} shows it later, you are told. Without a yes nothing changes.`,
    watch: (name, lead) =>
      `With a yes, ${name} can read what you and ${lead} write from then on. ${name} cannot write, and what is said already is not shown. You can ask ${name} to leave at any time. With a no nothing changes, and you get the same help.`,
    handover: (name, lead) =>
      `With a yes, only ${name} can read what you write from then on, and ${lead} cannot. What is said already is not shown to ${name}. Without a yes nothing changes.`,
  },
};
