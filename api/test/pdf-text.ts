import { spawnSync } from 'node:child_process';
import { inflateSync } from 'node:zlib';
import { hasProgram } from './libreoffice';

/** What tests read of a PDF that the API has made. */
export interface ReadPdf {
  /** The text of each page, one printed piece a line, in the order of the content. */
  readonly pages: readonly string[];
  /** Everything that is no stream: catalogue, information, structure. */
  readonly objects: string;
}

/**
 * Reads our own files only: plain cross-references, deflated streams, fonts with a map to Unicode. Where poppler is installed
 * it has to find the same amounts and umlauts, so that what can be copied out of the file is not our own opinion.
 */
export function readPdf(file: Buffer): ReadPdf {
  const text = file.toString('latin1');
  const objects = new Map<string, string>();
  const streams = new Map<string, string>();
  for (const [, id = '', body = ''] of text.matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [head = '', ...rest] = body.split('\nstream\n');
    objects.set(id, head);
    if (rest.length > 0) streams.set(id, contentOf(head, rest.join('\nstream\n')));
  }
  const fonts = new Map<string, readonly string[]>();
  for (const head of objects.values()) {
    for (const [, name = '', id = ''] of (/\/Font <<([\s\S]*?)>>/.exec(head)?.[1] ?? '').matchAll(
      /\/(F\d+) (\d+) 0 R/g,
    )) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1] ?? '';
      fonts.set(name, unicodeOf(streams.get(map) ?? ''));
    }
  }
  const tree = [...objects.values()].find((head) => head.includes('/Type /Pages')) ?? '';
  const kids = /\/Kids \[([^\]]*)\]/.exec(tree)?.[1] ?? '';
  const pages = [...kids.matchAll(/(\d+) 0 R/g)].map(([, id = '']) => {
    const content = /\/Contents (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1] ?? '';
    return textOf(streams.get(content) ?? '', fonts);
  });
  requireSameInPoppler(file, pages.join('\n'));
  return { pages, objects: [...objects.values()].join('\n') };
}

let isPopplerThere: boolean | undefined;

function requireSameInPoppler(file: Buffer, ours: string): void {
  isPopplerThere ??= hasProgram('pdftotext');
  if (!isPopplerThere) return;
  const { stdout } = spawnSync('pdftotext', ['-', '-'], { input: file, encoding: 'utf8' });
  const missing = difference(wordsOf(ours), wordsOf(stdout));
  const added = difference(amountsOf(stdout), amountsOf(ours));
  if (missing.length + added.length === 0) return;
  throw new Error(`pdftotext does not find [${missing.join(', ')}] and finds [${added.join(', ')}] instead.`);
}

const amountsOf = (text: string): readonly string[] =>
  text.match(/(?<![\p{L}\d])\d{1,3}(\.\d{3})*,\d\d(?![\p{L}\d])/gu) ?? [];
const wordsOf = (text: string): readonly string[] => [
  ...amountsOf(text),
  ...(text.match(/(?<!\d)\p{L}*[äöüÄÖÜß]\p{L}*/gu) ?? []),
];

/** What is in the first list more often than in the second. */
function difference(first: readonly string[], second: readonly string[]): readonly string[] {
  const left = [...second];
  return first.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function contentOf(head: string, rest: string): string {
  const stored = Buffer.from(rest.slice(0, rest.lastIndexOf('\nendstream')), 'latin1');
  return (head.includes('/FlateDecode') ? inflateSync(stored) : stored).toString('latin1');
}

/** Unicode text of each glyph, by its number in the file. */
function unicodeOf(map: string): readonly string[] {
  const list = [...map.matchAll(/<[0-9a-f]+> <[0-9a-f]+> \[([^\]]*)\]/g)].map(([, entries = '']) => entries).join(' ');
  return [...list.matchAll(/<([0-9a-f ]+)>/g)].map(([, hex = '']) =>
    Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
  );
}

function textOf(content: string, fonts: ReadonlyMap<string, readonly string[]>): string {
  let glyphs: readonly string[] = [];
  const printed: string[] = [];
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) glyphs = fonts.get(font) ?? [];
    if (shown === undefined) continue;
    const numbers = [...shown.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
    printed.push(numbers.map((number) => glyphs[Number.parseInt(number, 16)] ?? '?').join(''));
  }
  return printed.join('\n');
}
