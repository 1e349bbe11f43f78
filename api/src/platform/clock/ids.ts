import { randomBytes } from 'node:crypto';
import type { Clock } from './clock';

/** Makes ids and secrets. Injected, so that a seeded city and a replayed test get the same ones. */
export interface Ids {
  /** UUID version 7: its order is the order of creation, which keeps indexes small and pages stable. */
  next(): string;
  /** 32 random bytes as base64url, for sessions, tokens and links. A UUID would not be secret enough. */
  secret(): string;
}

export const IDS = Symbol('Ids');

export class RandomIds implements Ids {
  constructor(private readonly clock: Clock) {}

  next(): string {
    const bytes = randomBytes(16);
    bytes.writeUIntBE(this.clock.now().getTime(), 0, 6);
    bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    const hex = bytes.toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  }

  secret(): string {
    return randomBytes(32).toString('base64url');
  }
}
