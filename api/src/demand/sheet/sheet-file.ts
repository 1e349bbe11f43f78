import { createHash } from 'node:crypto';
import { compareDemandSheet, SHEET_NAMES, type SheetReading, type SheetTable } from '@etatlotse/domain/demand';
import { bytesInMemory, FileRefused, openTables } from '../../import';
import type { UploadedFile } from '../../platform/input/uploaded-file';
import { ProblemException } from '../../platform/problem/problem-exception';
import type { StoredSituation } from './demand-sheet.repository';

const ROWS_MAX = { [SHEET_NAMES.demands]: 1000, [SHEET_NAMES.items]: 10_000 } as const;

/** A workbook, read: its two tables and the hash of its bytes. */
export interface SheetFile {
  readonly fileName: string;
  readonly sha256: string;
  readonly demands: SheetTable;
  /** Null where somebody has left the sheet out. */
  readonly items: SheetTable | null;
}

/** Opens an uploaded workbook with the bounds of imports. Throws the problem of a file that is none of a department. */
export async function readSheetFile({ fileName, content }: UploadedFile): Promise<SheetFile> {
  try {
    const file = await openTables(bytesInMemory(content));
    if (file.format !== 'xlsx') throw new ProblemException('DEMAND_SHEET_FILE');
    const table = async (sheet: keyof typeof ROWS_MAX): Promise<SheetTable | null> => {
      const name = file.sheets.find((one) => one.name.trim() === sheet)?.name;
      if (name === undefined) return null;
      const { rows, notes } = await file.open(name);
      const kept: SheetTable['rows'][number][] = [];
      for await (const row of rows) {
        kept.push(row);
        if (kept.length > ROWS_MAX[sheet])
          throw new ProblemException('DEMAND_SHEET_ROWS', { sheet, max: ROWS_MAX[sheet] });
      }
      const formula = notes().find(({ code }) => code === 'FORMULA_WITHOUT_VALUE');
      if (formula !== undefined) throw new ProblemException('DEMAND_SHEET_FORMULA', { sheet, row: formula.row });
      return { name: sheet, rows: kept };
    };
    const [demands, items] = [await table(SHEET_NAMES.demands), await table(SHEET_NAMES.items)];
    if (demands === null) throw new ProblemException('DEMAND_SHEET_HEADER', { sheet: SHEET_NAMES.demands });
    return { fileName, sha256: createHash('sha256').update(content).digest('hex'), demands, items };
  } catch (fault) {
    if (fault instanceof FileRefused) throw new ProblemException(fault.code, fault.params);
    throw fault;
  }
}

/** What the workbook says against what is stored. Throws the problem of a sheet without its heads. */
export function compareSheetFile(
  { demands, items }: SheetFile,
  situation: StoredSituation,
): SheetReading & { readonly ok: true } {
  const reading = compareDemandSheet(demands, items, situation);
  if (!reading.ok) throw new ProblemException('DEMAND_SHEET_HEADER', { sheet: reading.sheet });
  return reading;
}
