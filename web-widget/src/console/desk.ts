import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { Code } from '../gen/havn/v1/codes_pb.ts';
import type { DeskTaken } from '../gen/havn/v1/desk_pb.ts';
import { SECOND, systemClock } from '../kernel/clock.ts';
import type { Clock } from '../kernel/clock.ts';
import { fromHex, toHex } from '../kernel/hex.ts';
import { systemRandom } from '../kernel/random.ts';
import type { Random } from '../kernel/random.ts';
import { unattended } from '../kernel/unattended.ts';
import { hash } from '../seal/hash.ts';
import type { OpenSocket } from '../socket/line.ts';
import type { Link } from '../talk/view.ts';
import { TrustBook } from '../trust/book.ts';
import type { FetchDocument } from '../trust/book.ts';
import type { DeskDownKind, DeskUpKind } from '../wire/desk-frames.ts';
import type { Abilities } from './able.ts';
import { Chat } from './chat.ts';
import { Chats } from './chats.ts';
import type { DeskPerson } from './desk-person.ts';
import type { Desk, DeviceState, Notice } from './desk-view.ts';
import { Danger } from './danger.ts';
import { DeskWire } from './desk-wire.ts';
import { Duty } from './duty.ts';
import { confirmed } from './colleagues.ts';
import { Invitations } from './invitations.ts';
import { Lines } from './lines.ts';
import type { KeyStore, WishStore } from './keys/types.ts';
import { OwnDevice } from './own-device.ts';
import { noticeOf } from './refusals.ts';

export interface DeskOptions {
  readonly person: DeskPerson;
  readonly keys: KeyStore & WishStore;
  /** The desk role's origin, without a slash at the end. */
  readonly origin: string;
  /** For how many days a service keeps things, for rings that do not say what was told; 0 by default. */
  readonly retention?: (service: string) => number;
  /** What this person can do; read again whenever it is told. */
  readonly able: () => Abilities;
  /** Whether somebody can see the page; always, by default. */
  readonly visible?: ReadonlySignal<boolean>;
  /** Whether the person is still signed in; true by default. */
  readonly signedIn?: () => Promise<boolean>;
  readonly fetchDocument?: FetchDocument;
  readonly open?: OpenSocket;
  readonly clock?: Clock;
  readonly random?: Random;
}

const COME_BACK = 3 * SECOND;
/** Field numbers of requests in DeskUp. */
const DUTY_ON = 2;
const ATTACH = 7;
const INVITE = 13;
const WHISPER_KEY = 18;
const WHISPER = 19;
const DANGER = 20;
/** What the person can put right where they tick what they can do. */
const MENDABLE: ReadonlySet<Code> = new Set([Code.LANGUAGE_MISSING, Code.LANE_MISSING, Code.AUDIENCES_MIXED]);

const fetchFrom =
  (origin: string): FetchDocument =>
  async (name) => {
    const answer = await fetch(`${origin}/.well-known/havn/${name}`, { cache: 'no-store', redirect: 'error' });
    if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
    return (await answer.json()) as unknown;
  };

/** The duty console's engine: begins at once, and works as soon as the roster names this device. */
export function createDesk(options: DeskOptions): Desk {
  const { person, keys, origin, clock = systemClock, random = systemRandom, retention = () => 0 } = options;
  const open: OpenSocket = options.open ?? ((address, subprotocol) => new WebSocket(address, subprotocol));
  const trust = new TrustBook(person.pin, options.fetchDocument ?? fetchFrom(origin), clock);
  const link = signal<Link>('connecting');
  const notice = signal<Notice | undefined>(undefined);
  const lines = new Lines(() => own.device?.id, options.able);
  let wire: DeskWire | undefined;
  let over = false;

  const up = (kind: DeskUpKind): void => wire?.up(kind);
  const own = new OwnDevice(keys, person, trust, clock, (state) => deviceChanged(state), options.signedIn);
  const duty = new Duty(keys, up, clock, { nameSalt: () => own.device?.salt, able: options.able });
  const invitations = new Invitations(up, clock);
  const danger = new Danger((kind) => link.value === 'live' && (up(kind), true), () => own.device?.id, clock);
  const changed = (): void => {
    chats.refresh();
    unattended(duty.settle(chats.open));
  };
  const notFound = (): void => {
    notice.value = noticeOf(Code.INVITATION_GONE);
  };
  const port = { up, reconnect: () => wire?.again(), changed, notFound };

  const hold = (taken: DeskTaken): Chat | undefined => {
    const { device } = own;
    const shift = duty.shiftKeys;
    if (device === undefined || shift === undefined) return undefined;
    const lead = {
      device: device.id,
      signer: shift.signer,
      identity: shift.identity,
      statement: shift.statement,
      statementHash: hash(shift.statement.payload),
      name: person.name,
      salt: device.salt,
      role: person.role,
    };
    const roster = (): Promise<ReturnType<OwnDevice['roster']>> => Promise.resolve().then(() => own.roster());
    return Chat.of(taken, lead, retention, { roster, trust, clock, random }, port);
  };
  const chats = new Chats(hold);

  const hidden = (): boolean => options.visible?.value === false;
  const stopSight = effect(() => {
    hidden();
    wire?.sight();
  });

  const begin = async (): Promise<void> => {
    const { device } = own;
    if (over || wire !== undefined || device === undefined) return;
    await duty.restore(person.services);
    const events = { welcomed, heard, lost, refused };
    wire = new DeskWire(`${origin.replace(/^http/, 'ws')}/v1/desk`, device, events, { open, clock, random }, hidden);
  };

  const end = (): void => {
    wire?.close();
    wire = undefined;
    chats.lost();
    link.value = 'reconnecting';
  };

  const deviceChanged = (state: DeviceState): void => {
    if (state === 'rostered') unattended(begin());
    if (state !== 'alarm') return;
    chats.stop();
    duty.stop();
    end();
  };

  const welcomed = (): void => {
    link.value = 'live';
    danger.welcomed();
    duty.connected();
    wire?.sight();
    unattended(own.look());
    chats.connected();
  };

  const heard = (kind: DeskDownKind): void => {
    switch (kind.case) {
      case 'line':
        lines.told(kind.value);
        return;
      case 'danger':
        danger.told(kind.value);
        return;
      case 'duty':
        duty.told(kind.value);
        unattended(duty.settle(chats.open));
        return;
      case 'taken':
        // Nobody else could open it either: better an end than a wait for nothing.
        if (!chats.taken(kind.value)) up({ case: 'end', value: { conversation: kind.value.conversation } });
        return;
      case 'roster':
        unattended(own.look().then(() => chats.rosterChanged()));
        return;
      case 'colleagues': {
        const { conversation, items } = kind.value;
        const chat = chats.find(toHex(conversation));
        // Whoever came a moment ago stands in the newest roster only.
        const told = own.look().then(() => chat?.told(confirmed(items, own.roster(), chat.view.service, clock.now())));
        unattended(told);
        return;
      }
      case 'invitation':
        invitations.told(kind.value);
        return;
      case 'refused':
        requestRefused(kind.value.code, kind.value.request);
        return;
      case 'invitationOver':
        invitations.over(kind.value.conversation);
        chats.heard(kind);
        return;
      default:
        chats.heard(kind);
    }
  };

  const requestRefused = (code: Code, request: number): void => {
    if (request === WHISPER_KEY || request === WHISPER) return; // the chat has moved on, which its streams tell
    if (request === DANGER && danger.refused()) return; // the screen says so where it was called
    if (code === Code.EPOCH_BEHIND) {
      chats.epochRefused();
    } else if (code === Code.NOT_YOURS && request === ATTACH) {
      chats.followRefused();
    } else {
      notice.value = noticeOf(code);
      if (request === INVITE) chats.inviteRefused();
      if (request !== DUTY_ON) return;
      if (MENDABLE.has(code)) duty.unchanged();
      else unattended(duty.refused(chats.open));
    }
  };

  const lost = (): void => {
    link.value = 'reconnecting';
    chats.lost();
    invitations.lost();
    danger.lost();
  };

  /** Closed for good; a device that is not in the server's roster yet tries again. */
  const refused = (code: number): void => {
    end();
    if (code === (Code.DEVICE_REFUSED as number)) {
      clock.after(COME_BACK, () => unattended(own.look().then(begin)));
    } else {
      notice.value = noticeOf(code);
    }
  };

  unattended(own.look());
  return {
    link,
    notice,
    device: own.state,
    rosterNote: own.note,
    duty: duty.view,
    line: lines.all,
    lineUnknown: lines.unknown,
    chats: chats.views,
    invitations: invitations.views,
    danger: danger.all,
    dangerUnknown: danger.unknown,
    uncalled: danger.failed,
    dismissNotice: () => {
      notice.value = undefined;
    },
    goOnDuty: (services) => duty.goOn(services),
    takeBreak: (on) => duty.takeBreak(on),
    abilitiesChanged: () => duty.report(),
    goOffDuty: async () => {
      if (chats.open) notice.value = { kind: 'chats-open', code: undefined };
      else await duty.goOff();
    },
    take: (hex) => {
      const conversation = fromHex(hex);
      if (conversation !== undefined) up({ case: 'take', value: { conversation } });
    },
    send: (hex, text) => chats.find(hex)?.talk.send(text) ?? false,
    sendFile: (hex, file) => chats.find(hex)?.talk.sendFile(file) ?? false,
    care: (hex, text) => chats.find(hex)?.staff.care(text) ?? false,
    whisper: (hex, text) => chats.find(hex)?.staff.whisper(text) ?? false,
    typing: (hex) => chats.find(hex)?.talk.typing(),
    markRead: (hex) => {
      chats.find(hex)?.markRead();
      chats.refresh();
    },
    end: (hex) => chats.find(hex)?.end(),
    askColleagues: (hex) => chats.find(hex)?.askColleagues(),
    propose: (hex, device, what) => chats.find(hex)?.propose(device, what),
    callForHelp: (hex) => danger.call(hex),
    dismissUncalled: (hex) => danger.settled(hex),
    dangerOver: (hex) => danger.over(hex),
    canCome: (hex) => danger.canCome(hex),
    cannotCome: (hex) => danger.cannotCome(hex),
    hush: (hex) => danger.hush(hex),
    letIn: (hex, device) => chats.find(hex)?.letIn(device),
    withdraw: (hex) => chats.find(hex)?.staff.withdraw(),
    answerInvitation: (hex, accept) => invitations.answer(hex, accept),
    leave: (hex) => chats.find(hex)?.leave(),
    openPast: (hex, device) => {
      const id = fromHex(device);
      const staff = chats.find(hex)?.staff;
      if (id !== undefined && staff !== undefined) unattended(staff.openPast(id));
    },
    takeOut: (hex, device) => {
      const id = fromHex(device);
      if (id !== undefined) chats.find(hex)?.staff.takeOut(id);
    },
    dismiss: (hex) => chats.dismiss(hex),
    close: () => {
      over = true;
      stopSight();
      own.close();
      end();
      chats.close();
    },
  };
}
