import { Inject, Injectable } from '@nestjs/common';
import type { LinkFacts, LinkPurpose } from '@etatlotse/contracts/session/plain';
import type { Actor } from '@etatlotse/domain/access';
import { CLOCK, type Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import { ProblemException } from '../platform/problem/problem-exception';
import { hashSecret } from '../platform/secrets/secret';
import { LoginLimits } from './login-limits';
import { PasswordHasher } from './password-hasher';
import { isWeakPassword } from './password-rules';
import { passwordContext } from './session.repository';
import { acceptLink } from './use-cases/accept-link';

interface LinkRow {
  readonly tenant_id: string;
  readonly link_id: string;
  readonly person_id: string;
  readonly purpose: LinkPurpose;
  readonly expires_at: Date;
  readonly used_at: Date | null;
}

interface Holder {
  readonly email: string;
  readonly display_name: string;
  readonly tenant_name: string;
}

/** Links by which somebody without a login sets a password. Unknown, used and expired ones answer alike. */
@Injectable()
export class OneTimeLinks {
  constructor(
    private readonly transactions: Transactions,
    private readonly limits: LoginLimits,
    private readonly hasher: PasswordHasher,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whose link it is and what for. Looking does not use it up. */
  async inspect(token: string, address: string): Promise<LinkFacts> {
    const { link, holder } = await this.find(token, address);
    return {
      purpose: link.purpose,
      email: holder.email,
      displayName: holder.display_name,
      tenantName: holder.tenant_name,
      expiresAt: link.expires_at.toISOString(),
    };
  }

  async accept(token: string, password: string, address: string, requestId: string): Promise<void> {
    const { link, context } = await this.find(token, address);
    if (isWeakPassword(password, context)) {
      throw new ProblemException('PASSWORD_WEAK', {}, [{ field: 'password', code: 'PASSWORD_WEAK' }]);
    }
    const passwordHash = await this.hasher.hash(password);
    const actor: Actor = { tenantId: link.tenant_id, personId: link.person_id, displayName: '', email: '', roles: [] };
    const outcome = await this.transactions.run({ tenantId: link.tenant_id, actor, requestId }, (tx) =>
      acceptLink(tx, link.link_id, passwordHash),
    );
    if (!outcome.ok) throw new ProblemException(outcome.refusal.code);
  }

  private async find(
    token: string,
    address: string,
  ): Promise<{ link: LinkRow; holder: Holder; context: readonly string[] }> {
    const taken = await this.limits.takeForAddress(address);
    const [link] = await this.transactions.beforeTenant<LinkRow>(`SELECT * FROM app.link_by_secret($1)`, [
      hashSecret(token),
    ]);
    if (link === undefined || link.used_at !== null || link.expires_at <= this.clock.now()) throw invalid();
    const { holder, context } = await this.transactions.run({ tenantId: link.tenant_id, actor: null }, async (tx) => {
      const [row] = await tx.query<Holder>(
        `SELECT p.email, p.display_name, t.name AS tenant_name
         FROM person p JOIN tenant t ON t.tenant_id = p.tenant_id
         WHERE p.tenant_id = $1 AND p.person_id = $2 AND p.status <> 'disabled'`,
        [tx.tenantId, link.person_id],
      );
      return { holder: row, context: await passwordContext(tx, link.person_id) };
    });
    if (holder === undefined) throw invalid();
    await this.limits.giveBack(taken);
    return { link, holder, context };
  }
}

const invalid = (): ProblemException => new ProblemException('LINK_INVALID');
