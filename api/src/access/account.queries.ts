import { Injectable } from '@nestjs/common';
import {
  type OpenSession,
  type PersonalToken,
  SESSION_IDLE_SECONDS,
  type SessionRole,
  type SessionState,
} from '@etatlotse/contracts/session/plain';
import { permissionsOf } from '@etatlotse/domain/access';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { csrfTokenOf } from '../platform/secrets/secret';

/** One's own account: who am I, where am I logged in, which tokens have I made. */
@Injectable()
export class AccountQueries {
  constructor(private readonly transactions: Transactions) {}

  async session(caller: Caller, sessionSecret: string | null): Promise<SessionState> {
    const { actor } = caller;
    const { city, units, bodies, people } = await this.transactions.run(caller, async (tx) => {
      const [facts] = await tx.query<{ city: SessionState['tenant'] & { fiscalYears: number[]; today: number } }>(
        `SELECT json_build_object('name', name, 'slug', slug, 'isDemo', is_demo, 'currency', currency, 'today', left($2, 4)::integer,
           'fiscalYears', coalesce((SELECT json_agg(fiscal_year ORDER BY fiscal_year DESC) FROM fiscal_year
                                    WHERE tenant_id = $1), '[]')) AS city
         FROM tenant WHERE tenant_id = $1`,
        [tx.tenantId, tx.today],
      );
      if (facts === undefined) throw new Error('A session without its city.');
      return {
        city: facts.city,
        units: await tx.query<{ unit_id: string; code: string; name: string }>(
          `SELECT unit_id, code, name FROM org_unit WHERE tenant_id = $1 AND unit_id = ANY($2::uuid[])`,
          [tx.tenantId, actor.roles.map(({ unitId }) => unitId)],
        ),
        bodies: await tx.query<{ body_id: string; name: string }>(
          `SELECT body_id, name FROM council_body WHERE tenant_id = $1 AND body_id = ANY($2::uuid[])`,
          [tx.tenantId, actor.roles.map(({ bodyId }) => bodyId)],
        ),
        people: await tx.query<{ person_id: string; display_name: string }>(
          `SELECT person_id, display_name FROM person WHERE tenant_id = $1 AND person_id = ANY($2::uuid[])`,
          [tx.tenantId, actor.roles.map(({ substituteFor }) => substituteFor)],
        ),
      };
    });
    const { fiscalYears, today, ...tenant } = city;
    return {
      person: { id: actor.personId, displayName: actor.displayName, email: actor.email },
      roles: actor.roles.map((held): SessionRole => {
        const unit = units.find(({ unit_id }) => unit_id === held.unitId);
        const body = bodies.find(({ body_id }) => body_id === held.bodyId);
        const absent = people.find(({ person_id }) => person_id === held.substituteFor);
        return {
          role: held.role,
          kind: held.kind,
          unitId: held.unitId,
          unitCode: unit?.code ?? null,
          unitName: unit?.name ?? null,
          bodyName: body?.name ?? null,
          substituteForName: absent?.display_name ?? null,
          validTo: held.validTo,
        };
      }),
      permissions: permissionsOf(actor),
      tenant,
      csrfToken: sessionSecret === null ? null : csrfTokenOf(sessionSecret),
      expiresAt: caller.expiresAt.toISOString(),
      idleSeconds: SESSION_IDLE_SECONDS,
      fiscalYear: today,
      fiscalYears,
    };
  }

  async openSessions(caller: Caller): Promise<readonly OpenSession[]> {
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<{ session: OpenSession }>(
        `SELECT json_build_object('id', session_id, 'device', device, 'createdAt', created_at,
           'lastSeenAt', last_seen_at, 'expiresAt', expires_at,
           'isCurrent', coalesce(session_id = $3::uuid, false)) AS session
         FROM login_session
         WHERE tenant_id = $1 AND person_id = $2 AND expires_at > $4 AND last_seen_at > $4 - interval '30 minutes'
         ORDER BY last_seen_at DESC, session_id LIMIT 100`,
        [tx.tenantId, tx.personId, caller.sessionId, tx.now],
      ),
    );
    return rows.map(({ session }) => session);
  }

  async tokens(caller: Caller): Promise<readonly PersonalToken[]> {
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<{ token: PersonalToken }>(
        `SELECT json_build_object('id', token_id, 'name', name, 'createdAt', created_at, 'expiresAt', expires_at,
           'lastUsedAt', last_used_at) AS token
         FROM personal_token WHERE tenant_id = $1 AND person_id = $2 ORDER BY created_at DESC, token_id LIMIT 100`,
        [tx.tenantId, tx.personId],
      ),
    );
    return rows.map(({ token }) => token);
  }
}
