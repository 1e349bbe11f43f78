import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';

/** What a column of a sheet may hold, as the spreadsheet program checks it while somebody types. */
export interface ColumnCheck {
  /** First column is 1. */
  readonly column: number;
  readonly rule:
    | { readonly kind: 'list'; readonly range: string }
    | { readonly kind: 'whole' | 'decimal'; readonly min: number; readonly max: number };
  readonly hint: string;
}

/** A note that opens at a cell. */
export interface CellNote {
  /** `A1` */
  readonly cell: string;
  readonly text: string;
}

export interface SheetExtras {
  readonly checks: readonly ColumnCheck[];
  readonly notes: readonly CellNote[];
  readonly firstRow: number;
  readonly lastRow: number;
}

type FileContent = Stream | Buffer | Blob;

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SHEET_END = '</worksheet>';

/**
 * Drop-downs and notes, which the writer of workbooks does not know: parts of the sheet's own XML (ECMA-376, 18.3.1.32 and
 * 18.7) and the two files that a note needs. `extras` by the place of the sheet.
 */
export function checksAndNotes(
  extras: readonly (SheetExtras | null)[],
  columnName: (column: number) => string,
): Feature<FileContent> {
  const noted = extras.flatMap((extra, at) => (extra !== null && extra.notes.length > 0 ? [{ ...extra, at }] : []));
  const hasNotes = (at: number): boolean => noted.some((one) => one.at === at);
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) => {
            const extra = extras[sheetIndex];
            if (extra === null || extra === undefined) return xml;
            const drawing = hasNotes(sheetIndex) ? '<legacyDrawing r:id="rIdDrawing"/>' : '';
            return xml.replace(SHEET_END, () => validations(extra, columnName) + drawing + SHEET_END);
          },
        },
        'xl/worksheets/_rels/sheet{id}.xml.rels': {
          insert: (_, { sheetIndex }) => (hasNotes(sheetIndex) ? relations(sheetIndex) : undefined),
        },
        '[Content_Types].xml': { insert: () => contentTypes(noted.map(({ at }) => at)) },
      },
      write: {
        files: () =>
          Object.fromEntries(
            noted.flatMap(({ at, notes }) => [
              [`xl/comments${at + 1}.xml`, comments(notes)],
              [`xl/drawings/vmlDrawing${at + 1}.vml`, drawing(notes)],
            ]),
          ),
      },
    },
  };
}

function validations({ checks, firstRow, lastRow }: SheetExtras, columnName: (column: number) => string): string {
  if (checks.length === 0) return '';
  const each = checks.map(({ column, rule, hint }) => {
    const name = columnName(column);
    const place = `sqref="${name}${firstRow}:${name}${lastRow}"`;
    const said = `allowBlank="1" showErrorMessage="1" errorTitle="Eingabe prüfen" error="${escaped(hint.slice(0, 220))}"`;
    if (rule.kind === 'list') {
      return `<dataValidation type="list" ${said} ${place}><formula1>${escaped(rule.range)}</formula1></dataValidation>`;
    }
    const limits = `<formula1>${rule.min}</formula1><formula2>${rule.max}</formula2>`;
    return `<dataValidation type="${rule.kind}" operator="between" ${said} ${place}>${limits}</dataValidation>`;
  });
  return `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`;
}

function relations(at: number): string {
  return (
    `<Relationship Id="rIdDrawing" Type="${RELATIONS}/vmlDrawing" Target="../drawings/vmlDrawing${at + 1}.vml"/>` +
    `<Relationship Id="rIdComments" Type="${RELATIONS}/comments" Target="../comments${at + 1}.xml"/>`
  );
}

function contentTypes(sheets: readonly number[]): string {
  const comment = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
  const parts = sheets.map((at) => `<Override PartName="/xl/comments${at + 1}.xml" ContentType="${comment}"/>`);
  const drawings = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
  return `<Default Extension="vml" ContentType="${drawings}"/>${parts.join('')}`;
}

function comments(notes: readonly CellNote[]): string {
  const each = notes.map(
    ({ cell, text }) =>
      `<comment ref="${cell}" authorId="0"><text><t xml:space="preserve">${escaped(text)}</t></text></comment>`,
  );
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><comments xmlns="${MAIN}">` +
    `<authors><author>Etatlotse</author></authors><commentList>${each.join('')}</commentList></comments>`
  );
}

/** Where each note opens; spreadsheet programs still want this in the drawing language of the year 1999. */
function drawing(notes: readonly CellNote[]): string {
  const shapes = notes.map(({ cell, text }, at) => {
    const [column, row] = placeOf(cell);
    const lines = Math.min(Math.ceil(text.length / 34) + 1, 12);
    return (
      `<v:shape id="note${at}" type="#note" style="visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
      `<v:fill color2="#ffffe1"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note">` +
      `<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 12, ${row}, 4, ${column + 4}, 12, ${row + lines}, 4</x:Anchor>` +
      `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
    );
  });
  return (
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ` +
    `xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="note" coordsize="21600,21600" o:spt="202" ` +
    `path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/>` +
    `</v:shapetype>${shapes.join('')}</xml>`
  );
}

/** Column and row of `AB12`, both from 0. */
function placeOf(cell: string): readonly [number, number] {
  const letters = cell.replace(/\d+$/, '');
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return [column - 1, Number(cell.slice(letters.length)) - 1];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
