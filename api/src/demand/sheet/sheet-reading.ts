import { createHash } from 'node:crypto';
import type { DemandSheetChange, DemandSheetReading, DemandSheetRow } from '@etatlotse/contracts/demand';
import {
  type DemandContent,
  demandYears,
  type SheetChange,
  type SheetEntry,
  type SheetReading,
} from '@etatlotse/domain/demand';
import { type Cents, sumCents } from '@etatlotse/domain/shared';
import { columnLetters } from '../../import';
import type { SheetSource, StoredSituation } from './demand-sheet.repository';
import type { SheetFile } from './sheet-file';

const ERRORS_SHOWN = 200;

/** What a person sees before anything is stored, with a hash that stands for exactly this. */
export function toSheetReading(
  { fileName, sha256 }: Pick<SheetFile, 'fileName' | 'sha256'>,
  situation: StoredSituation,
  { entries, errors }: SheetReading & { readonly ok: true },
): DemandSheetReading {
  const { id: roundId, firstYear, lastYear } = situation.round;
  const rows = entries.flatMap((entry) => (entry.kind === 'same' ? [] : [toRow(entry, entry.kind, situation)]));
  const shown = errors.slice(0, ERRORS_SHOWN).map(({ sheet, rowNumber, column, code, value }) => ({
    sheet,
    cell: cellName(column, rowNumber),
    code,
    value,
  }));
  const seen = createHash('sha256')
    .update(JSON.stringify([sha256, roundId, rows, shown]))
    .digest('hex');
  const sameCount = entries.length - rows.length;
  return { fileName, roundId, firstYear, lastYear, seen, rows, sameCount, errorCount: errors.length, errors: shown };
}

function toRow(entry: SheetEntry, kind: DemandSheetRow['kind'], situation: StoredSituation): DemandSheetRow {
  const { demand, content, changes, rowNumber, unitId } = entry;
  const source = demand === null ? null : (situation.demands.find(({ id }) => id === demand.id) ?? null);
  return {
    kind,
    row: rowNumber,
    demandId: demand?.id ?? null,
    number: demand?.number ?? null,
    title: content.title,
    unitCode: situation.units.find(({ id }) => id === unitId)?.code ?? '',
    items: content.items.length,
    unknownItems: content.items.filter((item) => item.quantity === null || item.unitPriceCents === null).length,
    planBeforeCents: demand === null ? null : planCents(demand.content, situation),
    planAfterCents: planCents(content, situation),
    changes: changes.map(toChange),
    ...whoChanged(kind, source),
  };
}

function whoChanged(
  kind: DemandSheetRow['kind'],
  source: SheetSource | null,
): Pick<DemandSheetRow, 'changedByName' | 'changedAt'> {
  if (kind !== 'conflict' || source === null) return { changedByName: null, changedAt: null };
  return { changedByName: source.changedByName, changedAt: source.changedAt };
}

function toChange({ rowNumber, column, ...change }: SheetChange): DemandSheetChange {
  return { ...change, cell: change.kind === 'removed' ? null : cellName(column, rowNumber) };
}

function cellName(column: number, rowNumber: number): string {
  return `${columnLetters(column + 1)}${rowNumber}`;
}

/** Gross in the plan years. */
function planCents({ items }: DemandContent, { round, years }: StoredSituation): Cents {
  const planned = years.filter((year) => year >= round.firstYear && year <= round.lastYear);
  return sumCents(demandYears(items, planned).map(({ grossCents }) => grossCents));
}
