import type { ImportedRecord } from '@etatlotse/domain/import';
import {
  insertPlanGroup,
  type KnownPlanGroup,
  knownPlanGroups,
  type PlanFte,
  type PlanGroup,
  removePlanGroups,
  updatePlanGroup,
} from '../../capacity';
import type { RecordImport } from './record-import';

interface GroupWrite {
  readonly group: PlanGroup;
  readonly known: KnownPlanGroup | null;
}

/** Sums of a staffing plan by product group. Years that a file does not name stay as another plan said them. */
export const STAFFING_PLAN_RECORDS: RecordImport<GroupWrite> = {
  async judge(tx, staged) {
    const codes = staged.map(({ record }) => record.key);
    const known = new Map((await knownPlanGroups(tx, codes)).map((group) => [group.code, group]));
    return staged.map(({ row, record }) => {
      const before = known.get(record.key) ?? null;
      const group = groupOf(record, before);
      const statement = before !== null && textOf(before) === textOf(group) ? null : { group, known: before };
      return { row, key: record.key, findings: [], isKnown: before !== null, statement };
    });
  },

  async bring(tx, judged) {
    const written = [];
    for (const { group, known } of judged) {
      if (known === null) written.push({ recordId: await insertPlanGroup(tx, group), before: null, version: 1 });
      else {
        const { id, version, ...before } = known;
        await updatePlanGroup(tx, id, group);
        written.push({ recordId: id, before, version: version + 1 });
      }
    }
    return written;
  },

  async countUsed(tx, importId) {
    const [found] = await tx.query<{ used: number }>(usedSql, [tx.tenantId, importId]);
    return found?.used ?? 0;
  },

  async takeBack(tx, records) {
    await removePlanGroups(
      tx,
      records.filter(({ before }) => before === null).map(({ record_id }) => record_id),
    );
    for (const { record_id, before } of records) {
      if (before !== null) await updatePlanGroup(tx, record_id, before as PlanGroup);
    }
  },
};

function groupOf({ key, values, fte = [] }: ImportedRecord, known: KnownPlanGroup | null): PlanGroup {
  const named = new Set(fte.map(({ fiscalYear }) => fiscalYear));
  const kept = (known?.fte ?? []).filter(({ fiscalYear }) => !named.has(fiscalYear));
  const name = typeof values.productGroupName === 'string' ? values.productGroupName : key;
  return { code: key, name, fte: [...kept, ...fte].sort(byYearAndStatus) };
}

function byYearAndStatus(first: PlanFte, second: PlanFte): number {
  return first.fiscalYear - second.fiscalYear || (first.status < second.status ? -1 : 1);
}

function textOf({ name, fte }: PlanGroup): string {
  return JSON.stringify([name, ...fte.map(({ fiscalYear, status, hundredths }) => [fiscalYear, status, hundredths])]);
}

/** Changed since by another import. */
const usedSql = `
  SELECT count(*) AS used FROM import_record r
  LEFT JOIN staffing_plan_group g ON g.tenant_id = r.tenant_id AND g.group_id = r.record_id
  WHERE r.tenant_id = $1 AND r.import_id = $2 AND g.version IS DISTINCT FROM r.version`;
