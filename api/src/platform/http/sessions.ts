import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@etatlotse/domain/access';
import { CLOCK, type Clock } from '../clock/clock';
import { Transactions } from '../database/transactions';
import { together } from './together';

/** A login that is alive, with the person behind it and the roles of today. */
export interface Session {
  readonly tenantId: string;
  readonly sessionId: string;
  readonly csrfHash: Buffer;
  readonly expiresAt: Date;
  readonly actor: Actor;
}

interface SessionRow {
  secret_hash: Buffer;
  tenant_id: string;
  session_id: string;
  csrf_hash: Buffer;
  expires_at: Date;
  actor: Actor | null;
}

/**
 * Finds the login behind a request. Nothing is remembered: every request is looked up after it has come, so a login that
 * was ended is over at once. But whoever comes while others are being looked up waits for them and is looked up together
 * with everybody else who came meanwhile, which under load saves most of these statements.
 */
@Injectable()
export class Sessions {
  private readonly findSoon = together((hashes: readonly Buffer[]) => this.findTogether(hashes), 100);

  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The session with this hashed secret, or null where there is none, it has ended, or its person may not log in. */
  find(secretHash: Buffer): Promise<Session | null> {
    return this.findSoon(secretHash);
  }

  private async findTogether(secretHashes: readonly Buffer[]): Promise<(Session | null)[]> {
    const rows = await this.transactions.beforeTenant<SessionRow>(`SELECT * FROM app.session_actors($1, $2, $3)`, [
      secretHashes,
      this.clock.now(),
      this.clock.today(),
    ]);
    const found = new Map(rows.map((row) => [row.secret_hash.toString('hex'), row]));
    return secretHashes.map((hash) => toSession(found.get(hash.toString('hex'))));
  }
}

function toSession(row: SessionRow | undefined): Session | null {
  if (row === undefined || row.actor === null) return null;
  return {
    tenantId: row.tenant_id,
    sessionId: row.session_id,
    csrfHash: row.csrf_hash,
    expiresAt: row.expires_at,
    actor: row.actor,
  };
}
