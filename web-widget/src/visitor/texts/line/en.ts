import type { LineWords } from './texts.ts';

export const en: LineWords = {
  lanes: {
    question: 'Whom do you ask for?',
    names: {
      self: 'Myself',
      'on-behalf': 'Somebody I know',
      professional: 'I ask for somebody at work',
      other: 'Something else',
    },
    noClients: 'Do not write names of clients, or anything else that shows who they are.',
  },
  wishes: {
    title: 'Is there somebody you would rather talk with?',
    gender: 'Rather',
    profession: 'Profession',
    any: 'It does not matter',
    names: {
      'gender:woman': 'A woman',
      'gender:man': 'A man',
      'profession:social-worker': 'Social worker',
      'profession:nurse': 'Nurse',
      'profession:doctor': 'Doctor',
      'profession:lawyer': 'Lawyer',
      'profession:therapist': 'Therapist',
    },
    outside: 'Rather nobody of my own community',
    outsideHow: 'We first ask those who say that they are of no such community. We do not ask which, and you can say no to anybody without a reason.',
    advice: 'A wish may make the wait longer. You are asked before we give it up.',
  },
  nobody: (language) => `Nobody on duty speaks ${language} now.`,
  ways: 'You can wait and see whether somebody comes, choose another language, or leave a message in your own.',
  noOther: 'You can wait and see whether somebody comes, or leave a message in your own language.',
  interpreter: (language) => `Write ${language} with an interpreter`,
  interpreterHow: 'Whoever takes the chat asks you before the interpreter comes in. You see a name that they use here, and can say no without a reason.',
  writeIn: (language) => `Write in ${language}`,
  message: 'Leave a message',
  asks: {
    profession: 'Nobody who is free now has the profession you wished for. Is somebody else all right?',
    gender: 'Nobody who is free now is whom you would rather talk with. Is somebody else all right?',
  },
  nothingWithout: 'If you say no, nothing changes, and you keep your place.',
  breathing: {
    offer: 'Try a calm breathing exercise',
    stop: 'Hide the breathing exercise',
    how: 'Breathe in for four seconds and out for six. Do it for as long as you like.',
    inward: 'Breathe in',
    outward: 'Breathe out',
  },
  yes: 'Yes, that is fine',
  no: 'No, I will wait',
};
