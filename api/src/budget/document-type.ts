import { DOCUMENT_EXTENSIONS } from '@etatlotse/contracts/budget/plain';

type Extension = (typeof DOCUMENT_EXTENSIONS)[number];

interface DocumentType {
  readonly mediaType: string;
  readonly matches: (content: Buffer) => boolean;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

const pdf: DocumentType = { mediaType: 'application/pdf', matches: startsWith(Buffer.from('%PDF-')) };
const jpg: DocumentType = { mediaType: 'image/jpeg', matches: startsWith(Buffer.from([0xff, 0xd8, 0xff])) };
const png: DocumentType = {
  mediaType: 'image/png',
  matches: startsWith(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
};

const TYPES: Readonly<Record<Extension, DocumentType>> = {
  pdf,
  png,
  jpg,
  jpeg: jpg,
  csv: { mediaType: 'text/csv', matches: isText },
  txt: { mediaType: 'text/plain', matches: isText },
  docx: { mediaType: `${OFFICE}.wordprocessingml.document`, matches: (content) => isOfficeFile(content, 'word/') },
  xlsx: { mediaType: `${OFFICE}.spreadsheetml.sheet`, matches: (content) => isOfficeFile(content, 'xl/') },
};

/** The media type of a file whose name and content say the same; null for everything that is not accepted. */
export function documentTypeOf(fileName: string, content: Buffer): string | null {
  const extension = fileName.split('.').at(-1)?.toLowerCase() ?? '';
  const known = DOCUMENT_EXTENSIONS.find((accepted) => accepted === extension);
  if (known === undefined || content.length === 0) return null;
  const type = TYPES[known];
  return type.matches(content) ? type.mediaType : null;
}

function startsWith(magic: Buffer): (content: Buffer) => boolean {
  return (content) => content.subarray(0, magic.length).equals(magic);
}

/** No control characters but tab and line breaks: UTF-8 and windows-1252 pass, programs and pictures do not. */
function isText(content: Buffer): boolean {
  return content.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

const ENTRY = Buffer.from('PK\u0001\u0002', 'latin1');
const ENTRY_NAME_AT = 46;
const ENTRY_NAME_LENGTH_AT = 28;
const ENTRIES_MAX = 2000;

/** An Office file is a ZIP whose directory names its parts. One with macros is not accepted, whatever it is called. */
function isOfficeFile(content: Buffer, folder: string): boolean {
  if (!startsWith(Buffer.from('PK\u0003\u0004', 'latin1'))(content)) return false;
  const names = directoryNames(content);
  return (
    names.includes('[Content_Types].xml') &&
    names.some((name) => name.startsWith(folder)) &&
    !names.some((name) => /vbaproject|activex|\.\.|^\//i.test(name))
  );
}

/** The names in a ZIP's directory, which stands behind its content; the content is never unpacked. */
function directoryNames(content: Buffer): string[] {
  const names: string[] = [];
  for (let at = content.indexOf(ENTRY); at >= 0 && names.length < ENTRIES_MAX; at = content.indexOf(ENTRY, at + 4)) {
    if (at + ENTRY_NAME_AT > content.length) break;
    const length = content.readUInt16LE(at + ENTRY_NAME_LENGTH_AT);
    names.push(content.toString('utf8', at + ENTRY_NAME_AT, at + ENTRY_NAME_AT + length));
  }
  return names;
}
