import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { InvitationKind } from '../gen/havn/v1/desk_pb.ts';
import type { Invitation } from '../gen/havn/v1/desk_pb.ts';
import type { Clock } from '../kernel/clock.ts';
import { fromHex, toHex } from '../kernel/hex.ts';
import type { DeskUpKind } from '../wire/desk-frames.ts';
import type { InvitationView } from './desk-view.ts';

/** Invitations that stand for this person. Each ends after two minutes, whether or not the server says so. */
export class Invitations {
  private readonly all = signal<readonly InvitationView[]>([]);

  constructor(
    private readonly up: (kind: DeskUpKind) => void,
    private readonly clock: Clock,
  ) {}

  get views(): ReadonlySignal<readonly InvitationView[]> {
    return this.all;
  }

  told({ conversation, kind, service, lane, language, since, until }: Invitation): void {
    const hex = toHex(conversation);
    const what = kind === InvitationKind.JOIN ? 'join' : 'handover';
    this.over(conversation);
    const [from, to] = [Number(since), Number(until)];
    this.all.value = [...this.all.value, { conversation: hex, what, service, lane, language, since: from, until: to }];
    this.clock.after(Math.max(0, to - this.clock.now()), () => {
      this.all.value = this.all.value.filter((one) => one.conversation !== hex || one.until > this.clock.now());
    });
  }

  over(conversation: Uint8Array): void {
    const hex = toHex(conversation);
    this.all.value = this.all.value.filter((one) => one.conversation !== hex);
  }

  answer(hex: string, accept: boolean): void {
    const conversation = fromHex(hex);
    if (conversation === undefined || this.all.value.every((one) => one.conversation !== hex)) return;
    this.over(conversation);
    this.up({ case: 'answer', value: { conversation, accept } });
  }

  /** The connection is gone; the server tells again what still stands. */
  lost(): void {
    this.all.value = [];
  }
}
