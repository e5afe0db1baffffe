/** The few words around the frame. Plain letters: the host page may be read in any encoding. */

interface Words {
  readonly open: string;
  /** Hiding is not leaving, and it says so. */
  readonly hide: string;
}

const NORWEGIAN: Words = { open: 'Chat', hide: 'Skjul. Chatten fortsetter' };
const ENGLISH: Words = { open: 'Chat', hide: 'Hide. The chat goes on' };

/** `language` is the host page's; without one the words are Norwegian. */
export const words = (language: string): Words => (/^(no|nb|nn|$)/iu.test(language) ? NORWEGIAN : ENGLISH);
