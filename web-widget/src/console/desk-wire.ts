import { Code } from '../gen/havn/v1/codes_pb.ts';
import { unattended } from '../kernel/unattended.ts';
import { signAs } from '../seal/sign.ts';
import { Line } from '../socket/line.ts';
import type { LineTools } from '../socket/line.ts';
import { deskUp, readDeskDown } from '../wire/desk-frames.ts';
import type { DeskDownKind, DeskUpKind } from '../wire/desk-frames.ts';
import type { DeviceKeys } from './keys/types.ts';

export interface DeskWireEvents {
  /** The device is signed in on this connection. */
  welcomed(rosterVersion: bigint): void;
  heard(kind: DeskDownKind): void;
  lost(): void;
  /** Closed for good with a final code. */
  refused(code: number): void;
}

/** The desk's socket: answers the challenge with the device key, and pings at once. */
export class DeskWire {
  private readonly line: Line;
  private signedIn = false;

  constructor(
    address: string,
    private readonly device: DeviceKeys,
    private readonly events: DeskWireEvents,
    tools: LineTools,
    /** Whether nobody looks at this page. */
    private readonly hidden: () => boolean = () => false,
  ) {
    const opened = (): Promise<void> => Promise.resolve(); // the server speaks first
    const frame = (bytes: Uint8Array): void => this.hear(bytes);
    const lost = (): void => {
      this.signedIn = false;
      events.lost();
    };
    const refused = (code: number): void => events.refused(code);
    this.line = new Line(address, { opened, frame, lost, refused }, tools);
    this.line.start();
  }

  /** What is said before the device has signed in is dropped: the desk says all that matters after `welcomed`. */
  up(kind: DeskUpKind): void {
    if (this.signedIn) this.say(kind);
  }

  /** The page came into sight, or went out of it. */
  sight(): void {
    this.up({ case: 'pong', value: { nonce: 0, hidden: this.hidden() } });
  }

  again(): void {
    this.line.again();
  }

  close(): void {
    this.line.close();
  }

  private hear(bytes: Uint8Array): void {
    const read = readDeskDown(bytes);
    if (!read.ok) {
      if (read.code === Code.FRAME_UNKNOWN) return; // a kind of a newer server
      this.line.close();
      this.events.refused(read.code);
      return;
    }
    switch (read.kind.case) {
      case 'ping':
        this.say({ case: 'pong', value: { nonce: read.kind.value.nonce, hidden: this.hidden() } });
        return;
      case 'challenge':
        unattended(this.prove(read.kind.value.nonce));
        return;
      case 'welcome':
        this.signedIn = true;
        this.line.settled();
        this.events.welcomed(read.kind.value.rosterVersion);
        return;
      default:
        this.events.heard(read.kind);
    }
  }

  private async prove(challenge: Uint8Array): Promise<void> {
    const signature = await signAs(this.device, 'desk', challenge);
    this.say({ case: 'hello', value: { device: this.device.id, signature } });
  }

  private say(kind: DeskUpKind): void {
    this.line.send(deskUp(kind));
  }
}
