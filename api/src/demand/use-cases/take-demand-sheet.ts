import type { DemandSheetTaken, TakeDemandSheetQuery } from '@etatlotse/contracts/demand';
import type { SheetEntry } from '@etatlotse/domain/demand';
import { ok, type Outcome, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { bumpDemand, insertDemand, recordDemandEvent, writeContent } from '../demand.repository';
import { readRound } from '../round.repository';
import { holdOwnDemands, readSheetSituation, writeSheetNotes } from '../sheet/demand-sheet.repository';
import { compareSheetFile, type SheetFile } from '../sheet/sheet-file';
import { toSheetReading } from '../sheet/sheet-reading';

export type TakeSheetRefusal =
  Refusal<'NOT_FOUND'> | Refusal<'ROUND_NOT_OPEN'> | Refusal<'DEMAND_SHEET_CHANGED'> | Refusal<'DEMAND_SHEET_EMPTY'>;

/**
 * Takes over what a reading of this very file has shown: new demands and changed ones. Conflicts and rows with errors stay as
 * they are. Where the answer would be another one by now, nothing is stored.
 */
export async function takeDemandSheet(
  tx: Transaction,
  file: SheetFile,
  { roundId, seen }: TakeDemandSheetQuery,
): Promise<Outcome<DemandSheetTaken, TakeSheetRefusal>> {
  const round = await readRound(tx, roundId);
  if (round === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (round.state !== 'open') return refuse({ code: 'ROUND_NOT_OPEN', params: {} });
  await holdOwnDemands(tx, roundId);
  const situation = await readSheetSituation(tx, round);
  const reading = compareSheetFile(file, situation);
  if (toSheetReading(file, situation, reading).seen !== seen) {
    return refuse({ code: 'DEMAND_SHEET_CHANGED', params: {} });
  }
  const added = reading.entries.filter(({ kind }) => kind === 'new');
  const changed = reading.entries.filter(({ kind }) => kind === 'changed');
  if (added.length + changed.length === 0) return refuse({ code: 'DEMAND_SHEET_EMPTY', params: {} });
  for (const entry of changed) await changeDemand(tx, entry);
  for (const entry of added) await addDemand(tx, roundId, entry);
  await tx.audit({
    action: 'demand.sheet_taken',
    subjectType: 'planning_round',
    subjectId: roundId,
    detail: { added: added.length, changed: changed.length, sha256: file.sha256 },
  });
  return ok({ roundId, added: added.length, changed: changed.length });
}

async function changeDemand(tx: Transaction, entry: SheetEntry): Promise<void> {
  const { demand, content } = entry;
  if (demand === null) return;
  await writeContent(tx, demand.id, content);
  await writeSheetNotes(tx, demand.id, entry);
  const version = await bumpDemand(tx, demand);
  await tx.audit({
    action: 'demand.saved',
    subjectType: 'demand',
    subjectId: demand.id,
    detail: { version, items: content.items.length, channel: 'sheet' },
  });
}

async function addDemand(tx: Transaction, roundId: string, entry: SheetEntry): Promise<void> {
  const { unitId, content } = entry;
  const place = { roundId, unitId, ownerId: tx.personId, createdBy: tx.personId, sourceId: null };
  const id = await insertDemand(tx, { ...place, source: 'person' }, content);
  await writeSheetNotes(tx, id, entry);
  await recordDemandEvent(tx, id, { kind: 'created', to: 'draft', detail: { channel: 'sheet' } });
  await tx.audit({
    action: 'demand.created',
    subjectType: 'demand',
    subjectId: id,
    detail: { roundId, unitId, channel: 'sheet' },
  });
}
