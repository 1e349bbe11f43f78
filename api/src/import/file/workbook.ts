import type { Archive, ArchiveEntry } from './archive';
import { FileRefused } from './file-refused';
import { builtInFormat, formatOf, GENERAL, type NumberFormat } from './number-format';
import { localName, readXml } from './xml';

/** A workbook opened: where its sheets are and what cells refer to. Cells themselves are read sheet by sheet. */
export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly isFrom1904: boolean;
  readonly hasMacros: boolean;
}

export interface WorkbookSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly entry: ArchiveEntry;
}

/** All texts of a workbook have to be at hand while its cells are read. */
const STRINGS_MAX_CHARACTERS = 48 * 1024 * 1024;
const SHEETS_MAX = 100;

/** Whether a ZIP is a workbook: its parts are listed under this name. */
export function isOfficeFile(archive: Archive): boolean {
  return archive.has('[Content_Types].xml');
}

/**
 * Opens a workbook. Macros and links to other files are left where they are: nothing in it is carried out or followed.
 * Throws `FileRefused`: no workbook of this kind (FILE_TYPE), parts missing (FILE_CORRUPT), more text than can be held
 * (WORKBOOK_TEXTS).
 */
export async function openWorkbook(archive: Archive): Promise<Workbook> {
  const rootPath = (await linksOf(archive, '_rels/.rels', '')).find(({ type }) => type === 'officeDocument')?.target;
  const path = rootPath ?? 'xl/workbook.xml';
  const main = archive.get(path);
  if (main === undefined || !path.endsWith('.xml')) throw new FileRefused('FILE_TYPE');
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const links = await linksOf(archive, `${folder}_rels/${path.slice(folder.length)}.rels`, folder);
  const partOf = (type: string): ArchiveEntry | undefined => {
    const link = links.find((candidate) => candidate.type === type);
    return link === undefined ? undefined : archive.get(link.target);
  };
  const { sheets, isFrom1904 } = await readMain(main);
  const styles = partOf('styles');
  const strings = partOf('sharedStrings');
  return {
    sheets: sheets.slice(0, SHEETS_MAX).flatMap(({ name, isHidden, linkId }) => {
      const link = links.find(({ id, type }) => id === linkId && type === 'worksheet');
      const entry = link === undefined ? undefined : archive.get(link.target);
      return entry === undefined ? [] : [{ name, isHidden, entry }];
    }),
    strings: strings === undefined ? [] : await readStrings(strings),
    formats: styles === undefined ? [] : await readFormats(styles),
    isFrom1904,
    hasMacros: [...archive.keys()].some((name) => name.endsWith('vbaProject.bin')),
  };
}

interface Link {
  readonly id: string;
  /** Last part of the type's address. */
  readonly type: string;
  readonly target: string;
}

async function linksOf(archive: Archive, path: string, folder: string): Promise<Link[]> {
  const entry = archive.get(path);
  const links: Link[] = [];
  if (entry === undefined) return links;
  await readXml(entry.read(), {
    open(name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
      if (name !== 'Relationship' || mode === 'External') return;
      links.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolved(folder, target) });
    },
  });
  return links;
}

/** `/xl/a.xml` starts at the root of the ZIP, `../a.xml` one folder up, `a.xml` beside. Leads only to entries that exist. */
function resolved(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

interface MainPart {
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean; readonly linkId: string }[];
  readonly isFrom1904: boolean;
}

async function readMain(entry: ArchiveEntry): Promise<MainPart> {
  const sheets: { name: string; isHidden: boolean; linkId: string }[] = [];
  let isFrom1904 = false;
  let root: string | null = null;
  await readXml(entry.read(), {
    open(tag, attributes) {
      root ??= tag;
      if (tag === 'workbookPr') isFrom1904 = isYes(attributes['date1904']);
      if (tag !== 'sheet') return;
      const linkId = Object.entries(attributes).find(([key]) => key.includes(':') && localName(key) === 'id')?.[1];
      const { name = '', state = 'visible' } = attributes;
      sheets.push({ name, isHidden: state !== 'visible', linkId: linkId ?? '' });
    },
  });
  // Letters and slides are kept in the same kind of ZIP.
  if (root !== 'workbook') throw new FileRefused('FILE_TYPE');
  return { sheets, isFrom1904 };
}

export function isYes(flag: string | undefined): boolean {
  return flag === '1' || flag === 'true';
}

async function readStrings(entry: ArchiveEntry): Promise<string[]> {
  const strings: string[] = [];
  const text = new RichText();
  let characters = 0;
  await readXml(entry.read(), {
    open: (tag) => text.open(tag),
    text: (piece) => text.add(piece),
    close(tag) {
      text.close(tag);
      if (tag !== 'si') return;
      const value = text.take();
      characters += value.length;
      if (characters > STRINGS_MAX_CHARACTERS) throw new FileRefused('WORKBOOK_TEXTS');
      strings.push(value);
    },
  });
  return strings;
}

/** A text that may stand in several pieces of different looks; how it is pronounced does not belong to it. */
export class RichText {
  private value = '';
  private isText = false;
  private isPronunciation = false;

  open(tag: string): void {
    if (tag === 'rPh') this.isPronunciation = true;
    this.isText = tag === 't' && !this.isPronunciation;
  }

  add(piece: string): void {
    if (this.isText) this.value += piece;
  }

  close(tag: string): void {
    if (tag === 'rPh') this.isPronunciation = false;
    this.isText = false;
  }

  take(): string {
    const { value } = this;
    this.value = '';
    return value;
  }
}

/** The number format of each cell style, by the style's place. */
async function readFormats(entry: ArchiveEntry): Promise<NumberFormat[]> {
  const own = new Map<number, NumberFormat>();
  const formats: NumberFormat[] = [];
  let isCellStyles = false;
  await readXml(entry.read(), {
    open(tag, { numFmtId, formatCode }) {
      if (tag === 'numFmt') own.set(Number(numFmtId), formatOf(formatCode ?? ''));
      else if (tag === 'cellXfs') isCellStyles = true;
      else if (tag === 'xf' && isCellStyles) {
        const id = Number(numFmtId ?? 0);
        formats.push(own.get(id) ?? (Number.isInteger(id) ? builtInFormat(id) : GENERAL));
      }
    },
    close(tag) {
      if (tag === 'cellXfs') isCellStyles = false;
    },
  });
  return formats;
}
