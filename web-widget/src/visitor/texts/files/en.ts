import type { FileTexts } from './texts.ts';

export const en: FileTexts = {
  shown: {
    voice: (seconds) => (seconds === 1 ? 'Voice message, 1 second' : `Voice message, ${seconds} seconds`),
    sound: 'Sound',
    image: 'Picture',
    pdf: 'PDF',
    fetch: 'Open',
    fetching: 'Fetching …',
    failed: 'The file is gone or was changed, and is not shown.',
    save: 'Save on this device',
    unfit: 'The file is damaged or not what it is called, and is not shown.',
    refused: {
      kind: 'This file cannot be sent: it is damaged or of another kind. Pictures (JPEG, PNG, WebP), PDF and sound (MP3, M4A, WAV, OGG) are fine.',
      large: 'The file is too large. It may have 10 MB.',
      empty: 'The file is empty.',
    },
  },

  quiet: {
    title: 'Are you still there?',
    lead: 'After 20 minutes without a word somebody else may get your place. Write or press here, and the chat goes on.',
    here: 'Yes, I am here',
  },

  alone: {
    title: 'Whoever answered has no connection now',
    lead: 'They may come back any moment. If nobody writes within eight minutes of answering, the page rings for you again. You come first if somebody is here.',
    hint: 'You leave the chat then, and what you have written here comes along.',
  },

  danger: {
    call: 'There is danger now',
    again: 'Tell us once more',
    states: {
      calling: 'We are calling others …',
      called: 'We called others here. Phone if you can:',
      alone: 'Nobody else was here when you told us. Phone if you can:',
      enough: 'You have told us three times, and it calls nobody else now. Write it here, or phone:',
      full: 'Many call at this moment, and nobody was called. Write it here, try again, or phone:',
      failed: 'We do not know whether it arrived. The page goes on telling it. Phone if you can:',
    },
  },

  chat: {
    voice: 'Voice',
    blocked: 'The browser did not open the window. Allow windows from this page, and try again.',
    attach: 'File',
    image: 'The picture is drawn anew, so that place and phone are not in it.',
    asItIs: 'The file is sent as it is, and may hold your name.',
    tooMany: 'Five files wait already. Wait until one has arrived, or remove one.',
    send: 'Send the file',
    outgoing: 'Files on their way',
    sending: 'Sending …',
    again: 'Try again',
    remove: 'Remove',
    troubles: {
      offline: 'Not sent: we could not get through.',
      full: 'Not sent: the chat has as many files as it may.',
      'no-room': 'Not sent: there is no room right now.',
      over: 'Not sent: the chat is over, or nobody has taken it.',
      later: 'Not sent yet: the other messages must arrive first.',
    },
    not: {
      damaged: 'The server gave another file than was sent. So it is not shown.',
      gone: 'The file is erased.',
      unreachable: 'The file cannot be fetched now. Try again.',
    },
  },
};
