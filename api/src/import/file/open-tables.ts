import { type Archive, type ArchiveEntry, openArchive } from './archive';
import { openCsv } from './csv-table';
import { type FileBytes, firstBytes } from './file-bytes';
import { shapeOf } from './file-format';
import { FileRefused } from './file-refused';
import type { TableFile } from './table';
import { isOfficeFile } from './workbook';
import { openWorkbookTables } from './workbook-tables';

const HEAD_BYTES = 4096;

/**
 * Opens a file as tables, whatever its name says: CSV or a workbook. Throws `FileRefused` for everything else; for a ZIP
 * that holds several files FILE_ARCHIVE.
 */
export async function openTables(bytes: FileBytes): Promise<TableFile> {
  if (bytes.size === 0) throw new FileRefused('CSV_HEADER', { columns: '' });
  if (shapeOf(await firstBytes(bytes, HEAD_BYTES), false) === 'text') return openCsv(bytes);
  const archive = await openArchive(bytes);
  if (isOfficeFile(archive)) return openWorkbookTables(archive);
  throw new FileRefused(filesOf(archive).length > 0 ? 'FILE_ARCHIVE' : 'FILE_TYPE');
}

/** The files of a ZIP that are to be read one by one; null when the file is none such. */
export async function openFileArchive(bytes: FileBytes): Promise<readonly ArchiveEntry[] | null> {
  if (bytes.size === 0 || shapeOf(await firstBytes(bytes, HEAD_BYTES), false) === 'text') return null;
  const archive = await openArchive(bytes);
  return isOfficeFile(archive) ? null : filesOf(archive);
}

const READABLE = /\.(?:csv|txt|tsv|xlsx|xlsm)$/i;

/** What a Mac adds to a ZIP beside the files is none of them. */
function filesOf(archive: Archive): ArchiveEntry[] {
  return [...archive.values()].filter(({ name }) => READABLE.test(name) && !/(?:^|\/)(?:__MACOSX\/|\._)/.test(name));
}
