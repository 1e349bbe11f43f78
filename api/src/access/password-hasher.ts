import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { ProblemException } from '../platform/problem/problem-exception';

/** Floor of OWASP for argon2id: 19 MiB, two passes, one lane; about 50 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const COST_MARK = '$argon2id$v=19$m=19456,t=2,p=1$';
const RUNNING_MAX = 2;
const WAITING_MAX = 20;

/** The hash of a random text that nobody knows: compared with when there is no account, so that both take as long. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$TLokr6b6ffk1ebvG7F8BIg$PInn+lam3NPAXF0kfzFkMP6OhzmUOvtVtgvec0KZaU0';

/**
 * Hashes and compares passwords, at most two at a time. Twenty more may wait; beyond that the caller is told to come
 * back, because a flood of logins must not take the machine from everybody else.
 */
@Injectable()
export class PasswordHasher {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(normalised(password), COST));
  }

  /** Without a stored hash the comparison is made all the same, and fails. */
  async matches(storedHash: string | null, password: string): Promise<boolean> {
    const isSame = await this.inTurn(() => verify(storedHash ?? NOBODY, normalised(password)));
    return isSame && storedHash !== null;
  }

  /** Whether the hash was made with less effort than is asked for today. */
  isOutdated(storedHash: string): boolean {
    return !storedHash.startsWith(COST_MARK);
  }

  private async inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.running < RUNNING_MAX) this.running++;
    else await this.queue();
    try {
      return await work();
    } finally {
      // The place goes straight to whoever waits longest.
      const next = this.waiting.shift();
      if (next === undefined) this.running--;
      else next();
    }
  }

  private queue(): Promise<void> {
    if (this.waiting.length >= WAITING_MAX) throw new ProblemException('SERVICE_BUSY');
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}

/** The same text typed on another keyboard is the same password: "ä" as one sign or as two. */
function normalised(password: string): string {
  return password.normalize('NFC');
}
