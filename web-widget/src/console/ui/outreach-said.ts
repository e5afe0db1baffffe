import type { MessageView } from '../outreach/threads.ts';
import type { OutreachTexts } from '../texts/outreach-texts.ts';

/** What stands in the place of words: this browser does not open them, or what came has none. Undefined where there are words. */
export function wordlessOf(o: OutreachTexts, { inward, text }: Pick<MessageView, 'inward' | 'text'>): string | undefined {
  if (text === undefined) return o.threads.notHere;
  return inward && text.trim() === '' ? o.threads.wordless : undefined;
}
