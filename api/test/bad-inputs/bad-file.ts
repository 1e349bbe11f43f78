import { workbookParts, zipFile } from '../zip-file';
import { type BadInputCase, badInputs } from './bad-input-case';

/** A case of the list that is a file, as it is sent. */
export interface BadFile extends BadInputCase {
  readonly fileName: string;
  readonly content: () => Buffer;
}

/** Every file of the list. Its workbooks are built here, with one sheet of the name given. */
export function badFiles(sheetName = 'Tabelle1'): readonly BadFile[] {
  const isFile = ({ category, kind }: BadInputCase): boolean =>
    (category === 'csv' || category === 'files') && kind === 'file';
  return badInputs
    .filter(isFile)
    .map((item) => ({ ...item, fileName: item.filename ?? item.id, content: () => contentOf(item, sheetName) }));
}

function contentOf({ id, base64, text }: BadInputCase, sheetName: string): Buffer {
  if (isBuilt(id)) return listedWorkbook(id, sheetName);
  if (base64 !== undefined) return Buffer.from(base64, 'base64');
  if (text?.startsWith('{{4999') === true) {
    return Buffer.from(`Konto;Betrag\n${'4711;12,50\n'.repeat(4999)}4711;abc\n`);
  }
  return Buffer.from(text ?? '', 'utf8');
}

const cell = (ref: string, value: string): string => `<c r="${ref}"><v>${value}</v></c>`;
const row = (number: number): string => `<row r="${number}">${cell(`A${number}`, '1')}${cell(`B${number}`, '2')}</row>`;
const sheetOf = (rows: string, name: string) => workbookParts(`<sheetData>${rows}</sheetData>`, {}, name);

/** Workbooks that the list only tells of. */
const BUILT = {
  'files-02': (name) => zipFile(sheetOf(Array.from({ length: 400_000 }, (_, at) => row(at + 1)).join(''), name)),
  'files-04': (name) =>
    zipFile(sheetOf(`<row r="1"><c r="A1"><f>HYPERLINK("x","y")</f><v>0</v></c>${cell('B1', '1e309')}</row>`, name)),
  'files-06': (name) => zipFile([...sheetOf(row(1), name), { name: '../../../../tmp/x.txt', content: 'x' }]),
} satisfies Readonly<Record<string, (sheetName: string) => Buffer>>;

const isBuilt = (id: string): id is keyof typeof BUILT => id in BUILT;

export const listedWorkbook = (id: keyof typeof BUILT, sheetName = 'Tabelle1'): Buffer => BUILT[id](sheetName);
