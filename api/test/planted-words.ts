import type { Permission } from '@etatlotse/domain/access';
import { asOwner, type City } from './people';
import type { Planted } from './plant';
import type { TestApp } from './test-app';

/** `note.text` in the word that stands there. */
const MARK = /INTERN-([a-z_]+\.[a-z_]+)-/g;

/**
 * Writes a word of its own into every text of every planted row, wherever the tables allow any text: whoever reads an answer
 * sees from which column it comes. Answers the columns that carry one.
 */
export async function markWords(app: TestApp, city: City, planted: Planted): Promise<readonly string[]> {
  const marked: string[] = [];
  await asOwner(app, async (owner) => {
    for (const [table, row] of planted) {
      for (const [column, value] of Object.entries(row)) {
        if (value !== 'planted-1' && value !== '') continue;
        await owner.query('BEGIN');
        try {
          const word = `INTERN-${table}.${column}-`;
          const ofPlanted = `tenant_id = $1 AND ${column} = $3`;
          await owner.query(`UPDATE ${table} SET ${column} = $2 WHERE ${ofPlanted}`, [city.tenantId, word, value]);
          await owner.query('COMMIT');
          marked.push(`${table}.${column}`);
        } catch {
          // A table that refuses the word (a code, a rule, one that never changes) keeps what it had.
          await owner.query('ROLLBACK');
        }
      }
    }
  });
  return marked;
}

/** Columns whose words stand in an answer. */
export function wordsIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(MARK)].map(([, name = '']) => name))];
}

/** What is not for everybody inside the city: by the table, and the permission without which nobody may read a word of it. */
export const READ_BY: Readonly<Record<string, readonly Permission[]>> = {
  note: ['budget.read'],
  movement: ['budget.read'],
  purchase_order: ['budget.read'],
  document: ['budget.read'],
  contract: ['budget.read'],
  budget_filter: ['budget.read'],
  plan_version: ['plan.read', 'budget.read'],
  demand_event: ['demand.read'],
  demand_review: ['demand.read'],
  occupancy: ['staffing.read'],
  post: ['staffing.read', 'capacity.read'],
  import_run: ['import.read'],
  import_row: ['import.read'],
  import_finding: ['import.read'],
  clearing_item: ['import.read', 'reconciliation.read'],
  audit_entry: ['audit.read'],
  approval: ['approval.read'],
};
