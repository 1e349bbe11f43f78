import { randomBytes } from 'node:crypto';
import type { Clock } from './clock';

/** Twelve bits stand between the millisecond and the random part. */
const COUNT_MAX = 0xfff;

/** Makes ids and secrets. Injected, so that a seeded city and a replayed test get the same ones. */
export interface Ids {
  /** UUID version 7: its order is the order of creation, which keeps indexes small and pages stable. */
  next(): string;
  /** 32 random bytes as base64url, for sessions, tokens and links. A UUID would not be secret enough. */
  secret(): string;
}

export const IDS = Symbol('Ids');

export class RandomIds implements Ids {
  private instantMs = 0;
  private inInstant = 0;

  constructor(private readonly clock: Clock) {}

  next(): string {
    const bytes = randomBytes(16);
    this.advance();
    bytes.writeUIntBE(this.instantMs, 0, 6);
    bytes.writeUInt16BE(0x7000 | this.inInstant, 6);
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    const hex = bytes.toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  }

  /** Ids of the same millisecond are counted on, so that movements of one booking keep the order they were written in. */
  private advance(): void {
    const nowMs = this.clock.now().getTime();
    if (nowMs > this.instantMs) {
      this.instantMs = nowMs;
      this.inInstant = 0;
    } else if (this.inInstant < COUNT_MAX) {
      this.inInstant += 1;
    } else {
      this.instantMs += 1;
      this.inInstant = 0;
    }
  }

  secret(): string {
    return randomBytes(32).toString('base64url');
  }
}
