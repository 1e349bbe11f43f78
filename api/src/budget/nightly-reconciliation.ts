import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Reconciliation } from '@etatlotse/contracts/reconciliation';
import { AuditAnchor } from '../platform/audit/audit-anchor';
import { eachCity } from '../platform/database/each-city';
import type { TransactionContext } from '../platform/database/transactions';
import { Transactions } from '../platform/database/transactions';
import { RegularWork } from '../platform/jobs/regular-work';
import { settleTasks } from './reconciliation-task.repository';
import { ReconciliationQueries } from './reconciliation.queries';

const HOUR_MS = 3_600_000;
/** Leaves the first requests after a start the machine. */
const FIRST_MS = 5000;

/**
 * Reconciles every open year of every city once a day and anchors the audit chains each hour. Several instances may do
 * it at once; the result is the same and only kept twice.
 */
@Injectable()
export class NightlyReconciliation implements OnApplicationBootstrap {
  private readonly log = new Logger(NightlyReconciliation.name);

  constructor(
    private readonly transactions: Transactions,
    private readonly queries: ReconciliationQueries,
    private readonly anchor: AuditAnchor,
    private readonly regularWork: RegularWork,
  ) {}

  onApplicationBootstrap(): void {
    this.regularWork.every(HOUR_MS, () => this.runForAllCities(), FIRST_MS);
  }

  /** Reconciles a year and keeps when and with what result; each difference becomes a task, or ends one. */
  async check(context: TransactionContext, fiscalYear: number): Promise<Reconciliation> {
    const result = await this.queries.ofYear(context, fiscalYear);
    await this.transactions.run(context, async (tx) => {
      await tx.execute(
        `INSERT INTO reconciliation_check (tenant_id, fiscal_year, checked_at, movements, difference_cents)
         SELECT $1, y.fiscal_year, $3, $4, $5 FROM fiscal_year y WHERE y.tenant_id = $1 AND y.fiscal_year = $2
         ON CONFLICT DO NOTHING`,
        [tx.tenantId, fiscalYear, tx.now, result.movements, result.differenceCents],
      );
      const changes = await settleTasks(tx, result);
      if (changes.opened + changes.closed === 0) return;
      await tx.audit({
        action: 'reconciliation.differed',
        subjectType: 'reconciliation',
        subjectId: String(fiscalYear),
        detail: { ...changes, differenceCents: result.differenceCents },
      });
    });
    if (result.differenceCents !== 0) {
      this.log.error(`Reconciliation of ${fiscalYear}: difference of ${result.differenceCents} cents.`);
    }
    return result;
  }

  async runForAllCities(): Promise<void> {
    await eachCity(this.transactions, this.log, async (tenantId) => {
      const context = { tenantId, actor: null };
      for (const fiscalYear of await this.yearsDue(context)) await this.check(context, fiscalYear);
      await this.anchor.write(tenantId);
    });
  }

  private yearsDue(context: TransactionContext): Promise<number[]> {
    return this.transactions.run(context, async (tx) => {
      const rows = await tx.query<{ fiscal_year: number }>(
        `SELECT y.fiscal_year FROM fiscal_year y WHERE y.tenant_id = $1 AND y.books_state = 'open'
           AND NOT EXISTS (SELECT FROM reconciliation_check r WHERE r.tenant_id = $1 AND r.fiscal_year = y.fiscal_year
                           AND r.checked_at > $2::timestamptz - interval '20 hours')
         ORDER BY y.fiscal_year`,
        [tx.tenantId, tx.now],
      );
      return rows.map((row) => row.fiscal_year);
    });
  }
}
