import { Injectable } from '@nestjs/common';
import type { ChangePassword } from '@etatlotse/contracts/session';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { ProblemException } from '../platform/problem/problem-exception';
import { LoginLimits } from './login-limits';
import { PasswordHasher } from './password-hasher';
import { isWeakPassword } from './password-rules';
import { passwordContext } from './session.repository';
import { changePassword } from './use-cases/change-password';

/** One's own new password. The current one is asked for: an unlocked screen is not enough to take over an account. */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly transactions: Transactions,
    private readonly commands: Commands,
    private readonly limits: LoginLimits,
    private readonly hasher: PasswordHasher,
  ) {}

  async change(caller: Caller, { currentPassword, newPassword }: ChangePassword, address: string): Promise<void> {
    const taken = await this.limits.takeForAccount(caller.actor.email, address);
    const { hash, context } = await this.transactions.run(caller, async (tx) => {
      const [row] = await tx.query<{ password_hash: string | null }>(
        `SELECT password_hash FROM person WHERE tenant_id = $1 AND person_id = $2`,
        [tx.tenantId, tx.personId],
      );
      return { hash: row?.password_hash ?? null, context: await passwordContext(tx, tx.personId) };
    });
    // Not 401: the login is fine, only this field is wrong.
    if (!(await this.hasher.matches(hash, currentPassword))) {
      throw new ProblemException('PASSWORD_WRONG', {}, [{ field: 'currentPassword', code: 'PASSWORD_WRONG' }]);
    }
    await this.limits.giveBack(taken);
    if (isWeakPassword(newPassword, context)) {
      throw new ProblemException('PASSWORD_WEAK', {}, [{ field: 'newPassword', code: 'PASSWORD_WEAK' }]);
    }
    const newHash = await this.hasher.hash(newPassword);
    await this.commands.change(caller, (tx) => changePassword(tx, newHash, caller.sessionId));
  }
}
