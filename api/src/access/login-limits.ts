import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../platform/clock/clock';
import { CONFIG, type Config } from '../platform/config/config';
import { Transactions } from '../platform/database/transactions';
import { ProblemException } from '../platform/problem/problem-exception';

interface Limit {
  readonly subject: string;
  readonly windowSeconds: number;
  readonly attempts: number;
}

/** What an attempt took, to be given back when it was no failure. */
export interface TakenAttempt {
  readonly subjects: readonly string[];
  readonly windows: readonly Date[];
}

const MINUTE = 60;
const TEN_MINUTES = 600;
const KEEP_MS = 24 * 3_600_000;
const SWEEP_EVERY_MS = 10 * 60_000;

/**
 * Slows down guessing. Counted are failures: of one account from one address (a short limit, so that guessing ends and
 * the owner still gets in from elsewhere), of one account from everywhere (ten times that in ten minutes, against many
 * machines), and of one address (against one password tried on many accounts). An attempt is counted before the
 * password is looked at and given back when it was right, so attempts at the same moment cannot slip through, and a
 * right password of one person never wipes out the failures of another. Nobody is locked out for good.
 */
@Injectable()
export class LoginLimits {
  private sweptAt = 0;

  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Counts an attempt to log in; throws TOO_MANY_ATTEMPTS with the seconds to wait. */
  takeForAccount(email: string, address: string): Promise<TakenAttempt> {
    const account = fingerprint(email.toLowerCase());
    const perAccount = this.config.loginAttemptsPerAccount;
    return this.take([
      { subject: `account:${account}:${networkOf(address)}`, windowSeconds: MINUTE, attempts: perAccount },
      { subject: `account:${account}`, windowSeconds: TEN_MINUTES, attempts: perAccount * 10 },
      this.ofAddress(address),
    ]);
  }

  /** Counts an attempt that names no account: a one-time link. */
  takeForAddress(address: string): Promise<TakenAttempt> {
    return this.take([this.ofAddress(address)]);
  }

  async giveBack({ subjects, windows }: TakenAttempt): Promise<void> {
    await this.transactions.beforeTenant(
      `UPDATE attempt_counter c SET attempts = c.attempts - 1
       FROM unnest($1::text[], $2::timestamptz[]) AS taken (subject, window_start)
       WHERE c.subject = taken.subject AND c.window_start = taken.window_start`,
      [subjects, windows],
    );
  }

  private ofAddress(address: string): Limit {
    const attempts = this.config.loginAttemptsPerAddress;
    return { subject: `address:${networkOf(address)}`, windowSeconds: MINUTE, attempts };
  }

  private async take(unsorted: readonly Limit[]): Promise<TakenAttempt> {
    // One order for everybody, so that two attempts never wait for each other crosswise.
    const limits = [...unsorted].sort((a, b) => (a.subject < b.subject ? -1 : 1));
    const now = this.clock.now().getTime();
    const subjects = limits.map(({ subject }) => subject);
    const windows = limits.map(({ windowSeconds }) => new Date(now - (now % (windowSeconds * 1000))));
    const counters = await this.transactions.beforeTenant<{ subject: string; attempts: number }>(
      `INSERT INTO attempt_counter AS c (subject, window_start, attempts)
       SELECT subject, window_start, 1 FROM unnest($1::text[], $2::timestamptz[]) AS taken (subject, window_start)
       ON CONFLICT (subject, window_start) DO UPDATE SET attempts = c.attempts + 1
       RETURNING c.subject, c.attempts`,
      [subjects, windows],
    );
    await this.sweep(now);
    const counted = new Map(counters.map(({ subject, attempts }) => [subject, attempts]));
    const waits = limits.flatMap(({ subject, attempts, windowSeconds }) =>
      (counted.get(subject) ?? 0) > attempts ? [windowSeconds - Math.floor((now / 1000) % windowSeconds)] : [],
    );
    if (waits.length > 0) throw new ProblemException('TOO_MANY_ATTEMPTS', { retryAfterSeconds: Math.max(...waits) });
    return { subjects, windows };
  }

  /** Old windows say nothing any more. */
  private async sweep(now: number): Promise<void> {
    if (now - this.sweptAt < SWEEP_EVERY_MS) return;
    this.sweptAt = now;
    await this.transactions.beforeTenant(`DELETE FROM attempt_counter WHERE window_start < $1`, [
      new Date(now - KEEP_MS),
    ]);
  }
}

/** The counters know no addresses of people, only whether it is the same one again. */
function fingerprint(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64url').slice(0, 22);
}

/** One household or office has a whole /64 of IPv6, so that is counted as one address. */
export function networkOf(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!bare.includes(':')) return bare;
  const [head = '', tail] = bare.toLowerCase().split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array.from({ length: gap }, () => '0'), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
