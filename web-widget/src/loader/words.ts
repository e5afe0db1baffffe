/** The few words around the frame. Plain letters: the host page may be read in any encoding. */

/** The word on the button, in every language. */
export const OPEN = 'Chat';

interface Words {
  readonly lang: string;
  readonly textContent: string;
}

/** Hiding is not leaving, and it says so. */
const NORWEGIAN: Words = { lang: 'nb', textContent: 'Skjul. Chatten fortsetter' };
const ENGLISH: Words = { lang: 'en', textContent: 'Hide. The chat goes on' };

/** `language` is the host page's, later the frame's; without one the words are Norwegian. */
export const hiding = (language: string): Words => (/^(no|nb|nn|$)/iu.test(language) ? NORWEGIAN : ENGLISH);
