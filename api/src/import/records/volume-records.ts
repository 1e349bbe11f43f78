import { unitScope } from '@etatlotse/domain/access';
import { isMonthAhead, type VolumeCell, type VolumeFault, volumeFaults } from '@etatlotse/domain/capacity';
import { type ImportedVolume, plainWords } from '@etatlotse/domain/import';
import {
  knownVolumes,
  type MonthCount,
  monthKey,
  namedTasks,
  type NamedTask,
  type WrittenMonth,
  writeMonths,
} from '../../capacity';
import type { Transaction } from '../../platform/database/transactions';
import type { NewFinding } from '../staged-row';
import { type Names, unitNames } from './city-names';
import { foundUnit } from './record-city';
import type { JudgedRecord, RecordImport, Say, StagedRecord } from './record-import';

/** A month is missing before this one; whether it may, the person is asked. */
export const MONTH_GAP = 'RECORD_MONTH_GAP';

interface MonthWrite {
  readonly taskId: string;
  readonly month: MonthCount;
}

/** A number of the file with the row it stands in. */
interface Cell extends ImportedVolume {
  readonly staged: StagedRecord;
}

/** Case numbers of tasks, each month an entry of its own. Months that a file does not name stay as they are. */
export const VOLUME_RECORDS: RecordImport<MonthWrite> = {
  async judge(tx, staged, say) {
    const area = tx.actor === null ? null : unitScope(tx.actor, 'import.volumes');
    const tasks = new Map<string, NamedTask[]>();
    for (const task of await namedTasks(tx)) {
      if (isWithin(area, task.unitId)) listAt(tasks, plainWords(task.name)).push(task);
    }
    const city: NamedCity = { tasks, units: await unitNames(tx), area };
    const judged: JudgedRecord<MonthWrite>[] = [];
    const cellsOf = new Map<string, Cell[]>();
    for (const one of staged) {
      const findings: NewFinding[] = [];
      const task = taskOf(one, city, say, findings);
      if (task === null) judged.push({ ...baseOf(one), findings, isKnown: false, statement: null });
      else {
        const cells = (one.record.volumes ?? []).map((volume) => ({ ...volume, staged: one }));
        listAt(cellsOf, task.id).push(...cells);
      }
    }
    const known = await knownVolumes(tx, [...cellsOf.keys()]);
    for (const [taskId, cells] of cellsOf) {
      const own = known.filter((one) => one.taskId === taskId);
      judged.push(...judgeTask(taskId, cells, own, tx.today, say));
    }
    return judged.sort((a, b) => a.row - b.row);
  },

  async bring(tx, judged, importId) {
    const byTask = new Map<string, MonthCount[]>();
    for (const { taskId, month } of judged) listAt(byTask, taskId).push(month);
    const written = [];
    for (const [taskId, counts] of [...byTask].sort(([first], [second]) => (first < second ? -1 : 1))) {
      const { months, version } = await writeMonths(tx, taskId, counts, importId);
      written.push({ recordId: taskId, before: { months }, version });
    }
    return written;
  },

  async countUsed(tx, importId) {
    const [found] = await tx.query<{ used: number }>(usedSql, [tx.tenantId, importId]);
    return found?.used ?? 0;
  },

  async isForeign(tx, importId) {
    const area = tx.actor === null ? null : unitScope(tx.actor, 'import.volumes');
    const units = await tx.query<{ unitId: string }>(unitsSql, [tx.tenantId, importId]);
    return units.some(({ unitId }) => !isWithin(area, unitId));
  },

  async takeBack(tx: Transaction, records, by) {
    for (const { record_id, before } of records) {
      const { months } = before as { readonly months: readonly WrittenMonth[] };
      const stood = months.map(({ before: count, ...month }) => ({ ...month, count }));
      await writeMonths(tx, record_id, stood, by.importId);
    }
  },
};

/** The list that stands at a key, which is made where there is none. */
function listAt<Item>(lists: Map<string, Item[]>, key: string): Item[] {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const fresh: Item[] = [];
  lists.set(key, fresh);
  return fresh;
}

const baseOf = ({ row, record }: StagedRecord): Pick<JudgedRecord<never>, 'row' | 'key'> => ({ row, key: record.key });

/** What the names of a file may stand for. */
interface NamedCity {
  /** Of the area only: a task elsewhere is as unknown as one that there is not. */
  readonly tasks: ReadonlyMap<string, readonly NamedTask[]>;
  readonly units: Names<string>;
  /** The units whose numbers the person keeps; null for all of them. */
  readonly area: readonly string[] | null;
}

const isWithin = (area: NamedCity['area'], unitId: string): boolean => area === null || area.includes(unitId);

/** The task by its name, in the unit of the row where it names one; names are compared without case and umlauts. */
function taskOf(
  staged: StagedRecord,
  { tasks, units, area }: NamedCity,
  say: Say,
  findings: NewFinding[],
): NamedTask | null {
  const unitId = foundUnit(staged, units, say, findings);
  if (findings.length > 0) return null;
  if (unitId !== null && !isWithin(area, unitId)) {
    findings.push(say(staged, 'unit', 'RECORD_UNIT_FOREIGN'));
    return null;
  }
  const named = tasks.get(plainWords(staged.record.key)) ?? [];
  const found = named.filter((task) => unitId === null || task.unitId === unitId);
  if (found.length === 1) return found[0] ?? null;
  const unknown = area === null ? 'RECORD_TASK' : 'RECORD_TASK_OF_AREA';
  if (found.length === 0) findings.push(say(staged, 'task', unitId === null ? unknown : 'RECORD_TASK_OF_UNIT'));
  else findings.push(say(staged, 'task', 'RECORD_TASK_OPEN'));
  return null;
}

type Known = Awaited<ReturnType<typeof knownVolumes>>[number];

function judgeTask(
  taskId: string,
  cells: readonly Cell[],
  known: readonly Known[],
  today: string,
  say: Say,
): JudgedRecord<MonthWrite>[] {
  const stored = new Map(known.map((one) => [monthKey(one), one.count]));
  const cellOf = ({ fiscalYear: year, month, kind, count }: Known): VolumeCell => ({ year, month, kind, count });
  const faults = volumeFaults(cells, known.map(cellOf));
  return cells.map((cell, at) => {
    const { staged, year, month, kind, count } = cell;
    const findings = faults.filter((fault) => fault.at === at).map((fault) => sayFault(fault, cells, cell, say));
    if (kind === 'actual' && isMonthAhead(cell, today)) {
      findings.push(say(staged, cell.field, 'RECORD_MONTH_AHEAD', { month: nameOf(cell) }));
    }
    const place = { fiscalYear: year, month, kind, count };
    const before = stored.get(monthKey(place));
    return {
      ...{ row: staged.row, key: `${staged.record.key} ${nameOf(cell)}`, findings, isKnown: before !== undefined },
      statement: before === count ? null : { taskId, month: place },
    };
  });
}

function sayFault(fault: VolumeFault, cells: readonly Cell[], cell: Cell, say: Say): NewFinding {
  if (fault.code === 'VOLUME_GAP') {
    // In a row with its months beside each other, somebody left a cell blank; in a list, nobody thought of the month.
    const isBlank = cell.field !== 'month' && fault.missing.year === cell.year;
    const code = isBlank ? 'RECORD_MONTH_BLANK' : MONTH_GAP;
    return say(cell.staged, cell.field, code, { month: nameOf(fault.missing) }, 'warning');
  }
  const firstRowNumber = cells[fault.first]?.staged.row ?? 0;
  return say(cell.staged, cell.field, 'RECORD_MONTH_TWICE', { month: nameOf(cell), firstRowNumber });
}

const nameOf = ({ year, month }: { readonly year: number; readonly month: number }): string =>
  `${String(month).padStart(2, '0')}/${year}`;

const unitsSql = `
  SELECT DISTINCT t.unit_id AS "unitId" FROM import_record r
  JOIN task t ON t.tenant_id = r.tenant_id AND t.task_id = r.record_id
  WHERE r.tenant_id = $1 AND r.import_id = $2`;

/** Months that no longer say what the file said: typed over, or overwritten by a later file. */
const usedSql = `
  SELECT count(*) AS used FROM import_record r
  CROSS JOIN LATERAL jsonb_to_recordset(r.before -> 'months') AS m ("fiscalYear" integer, month integer, kind text, count integer)
  LEFT JOIN case_volume v ON v.tenant_id = r.tenant_id AND v.task_id = r.record_id
    AND v.fiscal_year = m."fiscalYear" AND v.month = m.month AND v.kind = m.kind
  WHERE r.tenant_id = $1 AND r.import_id = $2 AND v.count IS DISTINCT FROM m.count`;
