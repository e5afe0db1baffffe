import { date, clock, weekday } from '../when.ts';
import { en as files } from '../files/en.ts';
import type { LetterTexts } from './texts.ts';

const TAG = 'en-GB';

export const en: LetterTexts = {
  back: 'Back',
  troubles: {
    offline: 'We could not get through. Nothing is lost. Try again in a little while.',
    unknown: 'The code opens no mailbox. It may be mistyped, expired or erased. We cannot see which.',
    full: 'The mailbox is full. Open it and read the answers, or erase it and start again.',
    'no-room': 'There is no room for that much right now. Try without files, or later.',
  },

  write: {
    title: 'Leave a message',
    lead: 'Only those who work here can open it. The answer waits in a mailbox that only your code opens.',
    againTitle: 'Write another message',
    againLead: 'The answer comes to the same mailbox.',
    label: 'The message',
    send: 'Send the message',
    voice: 'Speak a message',
    voiceHint: 'This opens a small window. The browser may remember that this address was allowed the microphone.',
    voiceBlocked: 'The browser did not open the window. Allow windows from this page, and try again.',
    file: 'Add a picture, PDF or sound',
    fileHint: 'Pictures are drawn anew, so that place and phone are not in them. PDF and sound are sent as they are, and may hold your name.',
    tooMany: 'At most five files in one message.',
    tooLong: (over) => `The message is ${over} characters too long. Split it in two.`,
    remove: 'Remove',
    attached: 'Attached',
  },

  files: files.shown,

  code: {
    title: 'Your code',
    why: 'Only this opens your mailbox. We do not have it, and cannot make it again.',
    show: 'Show the code',
    hide: 'Hide the code',
    words: 'Six words',
    digits: '24 digits',
    form: 'The code as',
    advice: 'Learn it, or write it down in a safe place. Do not save it on a phone that others read. It is never copied by itself.',
    settled: 'This is the code, and it does not change any more.',
    practise: 'Practise: type the code without looking',
    practiseLabel: 'Type the code',
    right: 'Right. You know it.',
    wrong: 'That is another code. Look at it once more.',
  },

  typed: {
    unknown: (words) => `Not in the word list: ${words}. Look for spelling mistakes.`,
    missingWords: (count) => (count === 1 ? 'One word is missing.' : `${count} words are missing.`),
    tooManyWords: 'These are more than six words.',
    missingDigits: (count) => (count === 1 ? 'One digit is missing.' : `${count} digits are missing.`),
    tooManyDigits: 'These are more than 24 digits.',
    whole: 'The code is complete.',
  },

  keep: {
    title: 'A code to come back with',
    lead: 'With it we find whoever you write with now again, and you can leave messages. What we have written is not kept with it.',
    keep: 'Start using the code',
    keptTitle: 'The code works',
    keptLead: 'Choose “I have a code” next time, also on another phone.',
    ends: (day) => `It works until ${day}, longer if you leave a message.`,
    back: 'Back to the chat',
    answered: 'Somebody has answered you in the chat.',
    news: 'There is a new message in the chat.',
    over: 'The chat is over. You can still start using the code.',
  },

  busy: {
    key: 'Making the key from the code …',
    sealing: 'Locking the message …',
    sending: 'Sending …',
    opening: 'Opening the mailbox …',
    erasing: 'Erasing …',
    lead: 'It takes some seconds. On an older phone it may take longer.',
    stop: 'Stop',
  },

  sent: {
    title: 'Your message is left',
    from: (opening) =>
      opening === undefined
        ? 'The answer comes here once we are open again.'
        : `The answer can be here from ${weekday(opening, TAG)} ${date(opening, TAG)} at ${clock(opening, TAG)}${opening.elsewhere ? ' Norwegian time' : ''}.`,
    soon: 'The answer comes here as soon as somebody has time.',
    ends: (day) => `The message is kept locked with us until ${day} at least.`,
    noCode: 'Look at the code before you go. Without it nobody can read the answer.',
    open: 'Open the mailbox',
    done: 'Done',
  },

  word: {
    last: 'The word from last time',
    doubt: 'If you do not recognise it, somebody else was here.',
    next: 'Next time you will see',
    lost: 'The mailbox was opened somewhere else at the same time. Next time you will see the word shown there.',
  },

  ask: {
    title: 'Do you have a code?',
    lead: 'Type the six words or the 24 digits. Capitals, spaces and hyphens do not matter.',
    label: 'Your code',
    open: 'Open the mailbox',
  },

  box: {
    title: 'Your mailbox',
    answers: 'Answers',
    none: 'There is no answer yet.',
    unverified: (count) =>
      count === 1
        ? 'One answer could not be verified. So it is not shown.'
        : `${count} answers could not be verified. So they are not shown.`,
    letters: 'Your messages',
    leftAt: (when) => `Left ${when}. Only those who work here can read the text.`,
    ends: (day) => `All of this is erased on ${day}, or later if something new comes.`,
    again: 'Write another message',
    refresh: 'Look for new answers',
    ring: 'Write with us now',
    ringWish: 'If whoever you wrote with last is free, we ask them first.',
    erase: 'Erase everything now',
    eraseQuestion: 'Do you want to erase the mailbox?',
    eraseLead: 'Messages, answers and files are gone at once, with us as well. It cannot be undone.',
    eraseYes: 'Yes, erase everything',
    eraseNo: 'No, keep it',
    close: 'Close the mailbox',
  },

  erased: { title: 'Everything is erased', lead: 'The mailbox, messages, answers and files are gone. The code no longer works.' },
  nobody: {
    title: 'Nobody can receive a message now',
    what: 'We have no key to lock it to, so it would not be safe. Nothing was sent.',
    next: 'Try again after the service has been open. If it is urgent, use the numbers at the bottom.',
  },
  stopped: {
    untrusted: {
      title: 'We are not sure who reads',
      what: 'We could not confirm who belongs here. So we stopped.',
      next: 'Try again from the start. If it happens again, phone the service instead.',
    },
    'roster-old': {
      title: 'The list of who answers is too old',
      what: 'You have seen a newer list before, or it is expired. So we stopped.',
      next: 'The service has to mend this. Try again later.',
    },
    clock: {
      title: 'The clock of this device is wrong',
      what: 'We need the right time to know who answers.',
      next: 'Turn on automatic date and time in the settings, and try again.',
    },
    damaged: {
      title: 'The mailbox is not as you left it',
      what: 'What lies there was not written with your code. So we show nothing of it.',
      next: 'Try again from the start. If it happens again, phone the service instead.',
    },
    browser: {
      title: 'This browser cannot do it',
      what: 'It lacks memory, or something we need to lock the message.',
      next: 'Close other tabs, or try another browser.',
    },
  },
};
