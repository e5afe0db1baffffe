import { fromUtf8 } from './bytes.ts';

/** Reads a layout front to back. Past the end it gives `undefined` once and for all, see {@link Reader.done}. */
export class Reader {
  private at = 0;
  private short = false;

  constructor(private readonly bytes: Uint8Array) {}

  /** The next `length` bytes; zeros when there are not as many, and then `done` is false for ever. */
  take(length: number): Uint8Array {
    if (this.at + length > this.bytes.length) {
      this.short = true;
      return new Uint8Array(length);
    }
    this.at += length;
    return this.bytes.slice(this.at - length, this.at);
  }

  u8(): number {
    return this.view(1).getUint8(0);
  }

  u16(): number {
    return this.view(2).getUint16(0);
  }

  u32(): number {
    return this.view(4).getUint32(0);
  }

  u64(): bigint {
    return this.view(8).getBigUint64(0);
  }

  /** `u8 length ‖ UTF-8`. Bytes that are not UTF-8 spoil the whole layout. */
  str8(): string {
    const text = fromUtf8(this.take(this.u8()));
    if (text === undefined) this.short = true;
    return text ?? '';
  }

  /** What is left. */
  rest(): Uint8Array {
    return this.take(this.bytes.length - this.at);
  }

  /** Whether everything asked for was there. */
  get whole(): boolean {
    return !this.short;
  }

  /** Whether everything asked for was there and nothing is left. */
  get done(): boolean {
    return !this.short && this.at === this.bytes.length;
  }

  private view(length: number): DataView {
    const bytes = this.take(length);
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }
}
