/** What somebody may choose from their device to be sealed. */

import { FILE_TYPES, fileType } from './file-ref.ts';
import type { FileType } from './file-ref.ts';

/** Other names of the same type, as telephones and browsers use them; and what is drawn anew as another. */
const ALSO: Readonly<Record<string, FileType>> = {
  'audio/x-m4a': 'audio/mp4',
  'audio/m4a': 'audio/mp4',
  'audio/mp3': 'audio/mpeg',
  'audio/x-wav': 'audio/wav',
  'audio/wave': 'audio/wav',
  'audio/vnd.wave': 'audio/wav',
  'image/webp': 'image/jpeg',
};

/** What the dialogue of the browser offers. */
export const ACCEPTED = [...FILE_TYPES, ...Object.keys(ALSO)].join(',');

/** @param said what the browser calls the file; undefined when it is nothing that can be sent */
export const chosenType = (said: string): FileType | undefined => fileType(ALSO[said] ?? said);
