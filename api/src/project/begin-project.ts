import { budgetCents, type PlannedCost } from '@etatlotse/domain/project';
import type { PlainDate } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { insertProject, recordEvent } from './project.repository';
import { writePlan } from './project-plan.repository';

/** What another feature knows of a project that begins. */
export interface BegunProject {
  readonly name: string;
  readonly description: string;
  readonly unitId: string;
  readonly plannedStart: PlainDate;
  readonly plannedEnd: PlainDate;
  readonly costs: readonly PlannedCost[];
}

/** A project with its first plan, as planned; the caller has asked whether it may be. */
export async function beginProject(tx: Transaction, { costs, ...face }: BegunProject): Promise<string> {
  const id = await insertProject(tx, {
    ...face,
    level: 'project',
    parentId: null,
    key: '',
    form: 'single',
    sponsor: '',
    phase: 'idea',
    progressMethod: 'milestones',
  });
  if (id === null) throw new Error('A project without a key cannot meet another one.');
  const { plannedStart, plannedEnd } = face;
  await writePlan(tx, id, { plannedStart, plannedEnd, costs: sumByYear(costs), milestones: [], version: 1 });
  await recordEvent(tx, id, 'created', { level: 'project', parentId: null, key: '', budgetCents: budgetCents(costs) });
  return id;
}

/** One amount a year and kind. */
function sumByYear(costs: readonly PlannedCost[]): PlannedCost[] {
  const sums = new Map<string, PlannedCost>();
  for (const cost of costs) {
    const key = `${cost.fiscalYear} ${cost.kind}`;
    const before = sums.get(key)?.amountCents ?? 0;
    sums.set(key, { ...cost, amountCents: (before + cost.amountCents) as PlannedCost['amountCents'] });
  }
  return [...sums.values()];
}
