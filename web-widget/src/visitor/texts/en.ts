import type { Opening } from '../stores/opening.ts';
import type { Texts } from './texts.ts';
import { clock, date, weekday } from './when.ts';

const TAG = 'en-GB';

function when(opening: Opening): string {
  const time = `at ${clock(opening, TAG)}${opening.elsewhere ? ' Norwegian time' : ''}`;
  switch (opening.day) {
    case 'today':
      return `today ${time}`;
    case 'tomorrow':
      return `tomorrow, ${weekday(opening, TAG)}, ${time}`;
    case 'week':
      return `on ${weekday(opening, TAG)} ${time}`;
    case 'later':
      return `on ${weekday(opening, TAG)} ${date(opening, TAG)} ${time}`;
  }
}

export const en: Texts = {
  tag: TAG,
  own: 'English',
  direction: 'ltr',
  pageTitle: 'Chat',
  switchLanguage: 'Language',

  exit: 'Leave this page',
  exitHint: 'Closes everything at once and shows another website. You can also press Shift three times.',
  history: 'Your browser’s own history remains. You have to delete it yourself.',

  emergency: {
    title: 'Danger?',
    abroad: 'Abroad',
    kinds: {
      any: 'Police, ambulance',
      health: 'Ambulance',
      police: 'Police',
      doctor: 'Doctor',
      violence: 'Violence and abuse',
      child: 'Children',
    },
    more: 'More',
    fewer: 'Fewer',
  },

  lost: 'The chat you had on this page cannot be reached any more. You can start again.',
  loading: 'Looking if somebody is here …',
  unreachable: {
    title: 'We cannot get through',
    what: 'You may be offline, or the service is not answering right now.',
    next: 'This page tries again by itself. You do not need to do anything.',
  },

  open: {
    title: 'Somebody is here now',
    lead: 'A person answers you, not a machine.',
    ring: 'Write with us',
  },
  busy: {
    title: 'Everybody is busy right now',
    lead: (place) =>
      place === 1 ? 'You are the next to be answered.' : `You will be number ${place} in line. We take one at a time.`,
    ring: 'Join the line',
  },
  late: {
    title: 'Nobody is here right now',
    lead: (since) =>
      since === undefined
        ? 'We should be open now. We are sorry that you have to wait.'
        : `We should be open now, since ${clock(since, TAG)}. We are sorry that you have to wait.`,
  },
  closed: {
    title: 'We are closed now',
    next: (opening) =>
      opening === undefined ? 'We do not know yet when we open again.' : `We open again ${when(opening)}.`,
  },
  answersNow: (name) => `${name} answers now. It is another service.`,
  answersLater: (name, from) => `${name} answers ${when(from)}. It is another service.`,
  goThere: 'Go there',
  danger: {
    ring: 'There is danger now. I need help first',
    known: 'We know that there is danger now, and you come before those who are not in danger. Call 112 if you can.',
  },
  notNow: {
    title: 'We take nobody new now',
    closing: 'We close soon, too soon for a new chat.',
    long: 'So many are waiting that we cannot reach more.',
    full: 'We are full today.',
    'closed-to-new': 'We answer only those who have begun.',
    'winding-down': 'We answer only those who have a code already.',
  },
  updates: 'This page tells you when somebody is here. You can leave it open.',
  ahead: (waiting) => (waiting === 1 ? '1 person waits before you.' : `${waiting} people wait before you.`),
  leaveLetter: 'Leave a message',
  haveCode: 'I have a code',
  keepCode: 'Get a code to come back with',
  facts: 'Before you write',
  languages: (names) => `We answer in ${names}.`,
  noName: 'You do not have to say who you are.',
  stored: (days) =>
    days === 0
      ? 'Only you and the person who answers can read. Afterwards nothing is stored.'
      : `Only you and the people who answer here can read. The chat is kept locked for ${days} ${days === 1 ? 'day' : 'days'} and then erased.`,
  chatLanguage: 'I want to write in',

  phone: {
    question: 'Who uses this phone?',
    shared: 'Someone may look at it',
    own: 'Only me',
    sharedAdvice: 'The page hides itself after a minute in the background, and is emptied after 15 minutes.',
    ownAdvice: 'The chat stays open until you end it. Close the page when you are done.',
    comesBack:
      'The chat goes on even if the page is loaded again. For an hour the address in the browser’s history can open it again. End it, or leave the page, when you are done.',
  },

  waiting: {
    title: (position) => (position === 1 ? 'You are next' : `You are number ${position} in line`),
    bands: {
      unknown: 'We do not know yet how long it takes.',
      'under-5': 'It usually takes less than 5 minutes.',
      '5-15': 'It usually takes 5 to 15 minutes.',
      'over-15': 'It usually takes more than 15 minutes.',
    },
    lost: 'The connection is gone. We are reconnecting, and your place is kept.',
    writeAhead: 'Write while you wait',
    writeAheadHint: 'The text stays on this page. You send it yourself when somebody is here.',
    helpTitle: 'What we can talk about',
    help: ['Health and body', 'Law and rights', 'Money and housing', 'Safety', 'Just talking to somebody'],
    letterInstead: 'Leave a message instead',
    letterInsteadHint: 'You leave the line, and the answer waits for you here.',
    leave: 'Leave the line',
    leaveSure: 'Leave the line? You lose your place.',
  },

  checking: {
    title: 'Somebody has answered',
    lead: 'We check who it is and lock the chat. It takes a moment.',
  },

  talk: {
    title: (names) => `You write with ${names}`,
    roles: {
      coordinator: 'coordinator',
      worker: 'staff',
      volunteer: 'volunteer',
      peer: 'peer adviser',
      mediator: 'interpreter',
      partner: 'partner organisation',
      trainee: 'in training',
      auditor: 'auditor',
    },
    readers: (count) => (count === 1 ? '1 person can read this' : `${count} people can read this`),
    sealed: 'Locked between you',
    notSealed: 'Locks with the first message',
    reconnecting: 'The connection is gone. We are reconnecting. What you write is sent afterwards.',
    connecting: 'Connecting …',
    away: 'The person you write with is not connected right now. What you write arrives later.',
    typing: (name) => `${name} is writing …`,
    log: 'The chat',
    empty: 'You can write now. You decide what to tell.',
    me: 'You',
    page: 'This page',
    ticks: { held: 'Waiting on this page', stored: 'Sent', seen: 'Arrived' },
    write: 'Write a message',
    send: 'Send',
    again: 'A moment: we are locking the chat again. Your text stays here.',
    full: 'Wait a little: your messages must arrive before you can send more. Your text stays here.',
    refused: 'The message could not be sent now. Your text is still here.',
    tooLong: (over) => `The message is ${over} characters too long. Split it in two.`,
    settings: 'Settings',
    showTyping: 'Show the other person when I write',
    leave: 'End',
    newBelow: 'New message',
    file: 'File',
  },

  company: {
    yes: 'Yes',
    no: 'No',
    answered: (name) => `You said yes. ${name} is being asked.`,
    ask: (name) => `I want ${name} to leave`,
    events: {
      'asked-join': (name) => `You were asked whether ${name} may join.`,
      'asked-handover': (name) => `You were asked whether ${name} may take over.`,
      yes: (name) => `You said yes to ${name}.`,
      no: (name) => `You said no to ${name}.`,
      withdrawn: (name) => `It will not be ${name} after all.`,
      unwanted: (name) => `You asked that ${name} leaves.`,
      joined: (name) => `${name} can read and write from here on.`,
      watches: (name) => `${name} can read from here on, and not write.`,
      left: (name) => `${name} can read nothing more.`,
      history: (name) => `${name} can now read what was said before.`,
      leads: (name) => `You write with ${name} from here on.`,
    },
  },

  leave: {
    question: 'Do you want to end the chat?',
    lead: 'It cannot be opened again.',
    yes: 'Yes, end it',
    no: 'No, go on',
  },

  warning: {
    titles: {
      'national-id': 'This looks like a Norwegian identity number',
      immigration: 'This looks like a DUF number (immigration)',
      card: 'This looks like a card number',
    },
    lead: 'We never need it to help you here.',
    change: 'Change',
    send: 'Send anyway',
  },

  ended: {
    titles: {
      visitor: 'The chat is over',
      staff: 'The chat has been ended',
      gone: 'The chat is over',
      lost: 'We lost the chat',
      limit: 'The chat had to end',
      deleted: 'Everything is deleted',
      removed: 'The chat was stopped',
      silent: 'Nobody answered you',
      given: 'The place was passed on',
    },
    leads: {
      visitor: 'Thank you for writing. You are welcome back.',
      staff: 'The person you wrote with has ended it. You are welcome back.',
      gone: 'The connection was gone for too long, or it was quiet for an hour. You did nothing wrong.',
      lost: 'Something went wrong with us, and we cannot go on here. You did nothing wrong. You can start again right away.',
      limit: 'It reached the length a chat can have. You can start a new one right away.',
      removed:
        'The phone or computer of whoever you wrote with is out of use with us, and can read no more. It was nothing you did.',
      silent: 'The person you wrote with has not answered for eight minutes. We are sorry.',
      given: 'It was quiet for long, and somebody else got the place. You are first in line.',
      deleted: 'Nothing of the chat is left with us. What somebody has read, they have read.',
    },
    kept: (days) =>
      days === 0
        ? 'Nothing of the chat is stored with us.'
        : `The chat is kept locked with us for ${days} ${days === 1 ? 'day' : 'days'} and then erased.`,
    show: 'Show what was said',
    hide: 'Hide what was said',
    again: 'Back to the start',
  },

  erase: {
    offer: 'Delete everything now',
    question: 'Delete everything of this chat?',
    lead: 'It ends, and what lies with us is gone at once, for you and for us. It cannot be undone.',
    yes: 'Yes, delete it',
    no: 'No, keep it',
    working: 'Deleting …',
    failed: 'It could not be deleted now. Check the connection and try again.',
  },

  stopped: {
    reasons: {
      unconfirmed: {
        title: 'We are not sure who answers here',
        what: 'This page could not confirm who belongs to the service. So you cannot write with anybody from here.',
        next: 'Phone the service instead. In danger, use the numbers at the bottom.',
      },
      untrusted: {
        title: 'We are not sure who answered',
        what: 'We could not confirm that it was somebody who belongs here. So we stopped the chat.',
        next: 'Try again from the start. If it happens again, phone the service instead.',
      },
      'roster-old': {
        title: 'The list of who answers is too old',
        what: 'So we cannot be sure who you write with. We stopped the chat.',
        next: 'The service has to mend this. Try again later.',
      },
      clock: {
        title: 'The clock of this phone is wrong',
        what: 'We need the right time to know who answers.',
        next: 'Turn on automatic date and time in the settings, and try again.',
      },
      'epoch-refused': {
        title: 'The chat could not be locked',
        what: 'Something was wrong with the keys. We stopped before anything more was sent.',
        next: 'Try again from the start. If it happens again, phone the service instead.',
      },
      'frame-refused': {
        title: 'A message was not right',
        what: 'It was changed on the way, or something was missing. So we stopped the chat.',
        next: 'Try again from the start, if you can on another network.',
      },
      'server-refused': {
        title: 'The service refused the connection',
        what: 'The chat cannot go on from here.',
        next: 'Try again from the start.',
      },
      replaced: {
        title: 'The chat is open somewhere else',
        what: 'Another tab or device took over.',
        next: 'Go on there. If that was not you, leave this page now.',
      },
      browser: {
        title: 'This browser cannot lock the chat',
        what: 'It lacks something we need so that only the two of you can read.',
        next: 'Update the browser, or try another one.',
      },
    },
    nothing: 'Nothing more is sent.',
    code: (code) => `Code ${code}`,
    again: 'Try again from the start',
  },

  refused: {
    closed: {
      title: 'Nobody can answer now',
      what: 'The last person left just as you rang.',
      next: 'Try again in a little while.',
    },
    full: {
      title: 'The line is full',
      what: 'So many are waiting that we cannot reach more people now.',
      next: 'Try again in a little while. If it is urgent, use the numbers at the bottom.',
    },
    unknown: {
      title: 'The chat could not be started',
      what: 'The service did not recognise what this page asked for.',
      next: 'Try again. If that does not help, reload the page.',
    },
    again: 'Try again',
  },

  cover: {
    title: 'The page is hidden',
    lead: 'It has been in the background for a while.',
    back: 'Show the page',
    overTitle: 'The page is empty',
    overLead: 'It was in the background for a long time, so everything was removed from here.',
  },
};
