import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@etatlotse/domain/access';
import DataLoader from 'dataloader';
import { CLOCK, type Clock } from '../clock/clock';
import { Transactions } from '../database/transactions';

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
  private readonly loader = new DataLoader<Buffer, Session | null, string>(
    (secretHashes) => this.findTogether(secretHashes),
    { cache: false, maxBatchSize: 100, batchScheduleFn: (dispatch) => this.afterTheOnesBefore(dispatch) },
  );
  private underWay = 0;
  private waiting: (() => void)[] = [];

  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The session with this hashed secret, or null where there is none, it has ended, or its person may not log in. */
  find(secretHash: Buffer): Promise<Session | null> {
    return this.loader.load(secretHash);
  }

  private afterTheOnesBefore(dispatch: () => void): void {
    if (this.underWay === 0)
      queueMicrotask(dispatch); // the loader puts the first key in after this
    else this.waiting.push(dispatch);
  }

  private async findTogether(secretHashes: readonly Buffer[]): Promise<(Session | null)[]> {
    this.underWay += 1;
    try {
      const rows = await this.transactions.beforeTenant<SessionRow>(`SELECT * FROM app.session_actors($1, $2, $3)`, [
        secretHashes,
        this.clock.now(),
        this.clock.today(),
      ]);
      const found = new Map(rows.map((row) => [row.secret_hash.toString('hex'), row]));
      return secretHashes.map((hash) => toSession(found.get(hash.toString('hex'))));
    } finally {
      this.underWay -= 1;
      for (const dispatch of this.waiting.splice(0)) dispatch();
    }
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
