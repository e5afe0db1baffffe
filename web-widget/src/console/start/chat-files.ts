/** Files of the chats that this console is in; each chat's go with it. */

import { effect } from '@preact/signals';
import { toBase64Url } from '../../kernel/base64.ts';
import { fromHex } from '../../kernel/hex.ts';
import type { Random } from '../../kernel/random.ts';
import { createChatFiles, troubleOf } from '../../letters/chat-files.ts';
import type { ChatFiles } from '../../letters/chat-files.ts';
import { isOver, type Desk } from '../desk-view.ts';
import type { ChatFileHttp } from '../login/files.ts';

export interface FileShelf {
  /** The files of one chat. */
  of(conversation: string): ChatFiles;
  close(): void;
}

/** @param device id of this browser's device, hexadecimal; undefined before there is one */
export function fileShelf(desk: Pick<Desk, 'chats' | 'sendFile'>, http: ChatFileHttp, device: () => string | undefined, random: Random): FileShelf {
  const shelf = new Map<string, ChatFiles>();
  const drop = (conversation: string): void => {
    shelf.get(conversation)?.forget();
    shelf.delete(conversation);
  };
  const stop = effect(() => {
    const open = new Set(desk.chats.value.filter((chat) => !isOver(chat)).map(({ conversation }) => conversation));
    for (const conversation of [...shelf.keys()]) {
      if (!open.has(conversation)) drop(conversation);
    }
  });
  const begin = (hex: string): ChatFiles =>
    createChatFiles(
      {
        say: (ref) => desk.sendFile(hex, ref),
        keep: async (stored, signal) => {
          const [conversation, id] = [fromHex(hex), fromHex(device() ?? '')];
          if (conversation === undefined || id === undefined) return 'over';
          const kept = await http.keepInChat({ conversation, device: id }, stored, signal);
          if (kept.kind === 'ok') return kept.value;
          return kept.kind === 'refused' ? troubleOf(kept.status) : 'offline';
        },
        find: async (id) => {
          const found = await http.findInChat(toBase64Url(id));
          if (found.kind === 'ok') return found.value;
          return found.kind === 'refused' && found.status === 404 ? 'gone' : 'unreachable';
        },
      },
      random,
    );
  return {
    of: (conversation) => {
      const made = shelf.get(conversation) ?? begin(conversation);
      shelf.set(conversation, made);
      return made;
    },
    close: () => {
      stop();
      for (const conversation of [...shelf.keys()]) drop(conversation);
    },
  };
}
