import { Inject, Injectable, Logger } from '@nestjs/common';
import { SESSION_MAX_SECONDS } from '@etatlotse/contracts/session/plain';
import type { Actor } from '@etatlotse/domain/access';
import { CLOCK, type Clock } from '../platform/clock/clock';
import { IDS, type Ids } from '../platform/clock/ids';
import { Transactions } from '../platform/database/transactions';
import { ProblemException } from '../platform/problem/problem-exception';
import { LoginLimits, type TakenAttempt } from './login-limits';
import { PasswordHasher } from './password-hasher';
import { openSession } from './use-cases/open-session';

interface Account {
  readonly tenant_id: string;
  readonly person_id: string;
  readonly password_hash: string | null;
  readonly status: string;
}

/** What a login brings along besides address and password. */
export interface LoginOrigin {
  readonly address: string;
  readonly device: string;
  readonly requestId: string;
  /** The session whose cookie came along; it ends, so that nobody logs into a session that was planted. */
  readonly earlierSecret: string | null;
}

/**
 * A login with address and password. Unknown, disabled, invited and wrong all take one password comparison and end in
 * LOGIN_FAILED, so that nobody learns which addresses have an account.
 */
@Injectable()
export class Login {
  private readonly log = new Logger(Login.name);

  constructor(
    private readonly transactions: Transactions,
    private readonly limits: LoginLimits,
    private readonly hasher: PasswordHasher,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Answers the new session's secret and its end. */
  async withPassword(
    email: string,
    password: string,
    origin: LoginOrigin,
  ): Promise<{ secret: string; expiresAt: Date }> {
    const taken = await this.limits.takeForAccount(email, origin.address);
    const [account] = await this.transactions.beforeTenant<Account>(`SELECT * FROM app.login_by_email($1)`, [email]);
    const isRight = await this.compare(account?.password_hash ?? null, password, taken);
    if (account === undefined || !isRight || account.status !== 'active') {
      if (account !== undefined) this.log.warn({ event: 'login.refused', personId: account.person_id });
      throw new ProblemException('LOGIN_FAILED');
    }
    await this.limits.giveBack(taken);
    const renewedHash =
      account.password_hash !== null && this.hasher.isOutdated(account.password_hash)
        ? await this.hasher.hash(password)
        : null;
    const secret = this.ids.secret();
    const expiresAt = new Date(this.clock.now().getTime() + SESSION_MAX_SECONDS * 1000);
    await this.transactions.run(
      { tenantId: account.tenant_id, actor: justProven(account, email), requestId: origin.requestId },
      (tx) => openSession(tx, { ...origin, secret, expiresAt, renewedHash }),
    );
    return { secret, expiresAt };
  }

  /** Whoever is turned away because the machine is busy has not guessed. */
  private async compare(storedHash: string | null, password: string, taken: TakenAttempt): Promise<boolean> {
    try {
      return await this.hasher.matches(storedHash, password);
    } catch (fault) {
      await this.limits.giveBack(taken);
      throw fault;
    }
  }
}

/** Somebody who has proven who they are and nothing more: roles come with the next request. */
function justProven(account: Account, email: string): Actor {
  return { tenantId: account.tenant_id, personId: account.person_id, displayName: '', email, roles: [] };
}
