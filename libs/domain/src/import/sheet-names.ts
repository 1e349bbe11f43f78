/** No sheet has a name with this sign. */
const JOINT = '/';
/** No sheet has that many rows: the row numbers of several sheets read as one are told apart by it. */
const ROWS_OF_A_SHEET = 1_000_000;

/** The name by which several sheets read as one are called. */
export const joinSheets = (names: readonly string[]): string => names.join(JOINT);

/** The sheets that such a name means; a single one for that of a sheet. */
export const splitSheets = (name: string): readonly string[] => name.split(JOINT);

/** The number of a row among those of all sheets; rows of the first sheet keep theirs. */
export const rowOfSeries = (sheet: number, rowNumber: number): number => sheet * ROWS_OF_A_SHEET + rowNumber;

/** Where a row stands: in which sheet, null where only one was read, and its number there. */
export function placeOfRow(
  row: number,
  sheetName: string | null,
): { readonly sheet: string | null; readonly row: number } {
  const names = sheetName === null ? [] : splitSheets(sheetName);
  if (names.length < 2) return { sheet: null, row };
  return { sheet: names[Math.floor(row / ROWS_OF_A_SHEET)] ?? null, row: row % ROWS_OF_A_SHEET };
}

/** Where a row stands, in words: `12`, or `12 (THH 02)` where several sheets were read as one. */
export function placeInWords(row: number, sheetName: string | null): string {
  const place = placeOfRow(row, sheetName);
  return place.sheet === null ? String(place.row) : `${place.row} (${place.sheet})`;
}

/** Numbers of rows among what fills a sentence. */
const ROW_PARAMS: readonly string[] = ['row', 'firstRowNumber', 'rows', 'first', 'second'];

/** What fills a sentence, with each row named by its sheet where several were read as one. */
export function placedParams(
  params: Readonly<Record<string, string | number>>,
  sheetName: string | null,
): Readonly<Record<string, string | number>> {
  if (sheetName === null || splitSheets(sheetName).length < 2) return params;
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (!ROW_PARAMS.includes(name)) return [name, value];
      // A count of rows is never that high, and a row of the first sheet is called by its number alone.
      return [name, String(value).replace(/\d{7,}/g, (row) => placeInWords(Number(row), sheetName))];
    }),
  );
}
