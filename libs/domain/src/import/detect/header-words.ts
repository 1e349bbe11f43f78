import type { TableField } from '../mapping';
import { RECORD_VOCABULARY } from './record-words';
import { STOCK_VOCABULARY } from './stock-words';
import { VOLUME_VOCABULARY } from './volume-words';
import {
  IGNORED_WORDS,
  NAME_OF,
  NAME_WORDS,
  NAMED_ALIASES,
  type TableUse,
  VOCABULARY,
  type VocabularyEntry,
  wordList,
} from './vocabulary';
import { compact, isSimilar, normalWords } from './words';

/** What a header says about its column. `similar` is a word with a typing slip. */
export interface HeaderWord {
  readonly field: TableField | 'ignore' | 'name';
  readonly certainty: 'exact' | 'part' | 'similar';
  /** The known word that was recognised. */
  readonly word: string;
}

interface KnownWord {
  readonly words: string;
  readonly compact: string;
  readonly field: TableField | 'ignore';
}

const known = (entries: readonly VocabularyEntry[], use: TableUse): KnownWord[] =>
  entries
    .filter((entry) => entry.use === undefined || entry.use === use)
    .flatMap(({ field, words }) =>
      wordList(words).map((word) => ({ words: normalWords(word), compact: compact(normalWords(word)), field })),
    );

/** Words that a use alone knows. */
function ownWords(entries: readonly VocabularyEntry[], use: TableUse): KnownWord[] {
  return known(
    entries.filter((entry) => entry.use === use),
    use,
  );
}

/** Words of the common list that mean the same in a table of this use. */
function sharedWords(fields: readonly TableField[], use: TableUse): KnownWord[] {
  return known(
    VOCABULARY.filter((entry) => entry.use === undefined && fields.includes(entry.field)),
    use,
  );
}

const IGNORED: readonly KnownWord[] = wordList(IGNORED_WORDS).map((word) => {
  return { words: word, compact: compact(word), field: 'ignore' };
});
const NAMES = wordList(NAME_WORDS);
/** Words of a use come first: in bookings `Auftrag` is an order, in a plan an object. */
const KNOWN: Readonly<Record<TableUse, readonly KnownWord[]>> = {
  lines: [...known(NAMED_ALIASES, 'lines'), ...known(VOCABULARY, 'lines'), ...IGNORED],
  bookings: [...known(NAMED_ALIASES, 'bookings'), ...known(VOCABULARY, 'bookings'), ...IGNORED],
  organization: [...ownWords(VOCABULARY, 'organization'), ...sharedWords(['unit'], 'organization')],
  projects: [...ownWords(RECORD_VOCABULARY, 'projects'), ...sharedWords(['unit'], 'projects')],
  contracts: [...ownWords(RECORD_VOCABULARY, 'contracts'), ...sharedWords(['unit', 'line'], 'contracts')],
  posts: [...ownWords(STOCK_VOCABULARY, 'posts'), ...sharedWords(['unit'], 'posts')],
  staffing_plan: [...ownWords(STOCK_VOCABULARY, 'staffing_plan'), ...sharedWords(['productGroup'], 'staffing_plan')],
  devices: [...ownWords(STOCK_VOCABULARY, 'devices'), ...sharedWords(['unit'], 'devices')],
  sites: [...ownWords(STOCK_VOCABULARY, 'sites'), ...sharedWords(['unit'], 'sites')],
  volumes: [...ownWords(VOLUME_VOCABULARY, 'volumes'), ...sharedWords(['unit', 'fiscalYear'], 'volumes')],
};

/** What a header says in a table of this use; null when no word of it is known. */
export function fieldOfHeader(header: string, use: TableUse): HeaderWord | null {
  const words = normalWords(header);
  if (words === '') return null;
  const whole = bestWord(words, KNOWN[use]);
  if (whole?.certainty === 'exact') return whole;
  const code = withoutCodeWord(words);
  const numbered = code === null ? null : bestWord(code, KNOWN[use]);
  if (numbered?.certainty === 'exact') return numbered;
  const base = withoutNameWord(words);
  if (base === null) return whole;
  if (base.split(' ').every((token) => LEVEL_WORDS.test(token)))
    return { field: 'name', certainty: 'exact', word: words };
  const named = bestWord(base, KNOWN[use]);
  const name = named === null || named.field === 'ignore' || named.field === 'name' ? undefined : NAME_OF[named.field];
  if (named !== null && name !== undefined) return { ...named, field: name };
  return named !== null && named.field === 'supplier' ? named : whole;
}

/** What is left of `Bezeichnung 2` or `4 Level display label`: which one it is, not whose. */
const LEVEL_WORDS = /^(?:\d*|level|ebene|stufe|display)$/;

const WORDS: ReadonlySet<string> = new Set(Object.values(KNOWN).flatMap((list) => list.map((word) => word.compact)));

/** Whether a text is the name of a column in any kind of table, without slips: made for looking over many cells. */
export function isKnownHeader(text: string): boolean {
  const words = normalWords(text);
  if (words === '' || words.length > 60) return false;
  const [name, code] = [withoutNameWord(words, false), withoutCodeWord(words)];
  if (name === '') return true;
  return [words, name, code].some((base) => base !== null && (WORDS.has(compact(base)) || WORDS.has(singular(base))));
}

function singular(words: string): string {
  return compact(words).replace(/(?:en|n|s|e)$/, '');
}

function bestWord(words: string, list: readonly KnownWord[]): HeaderWord | null {
  const text = compact(words);
  const exact = list.find((word) => word.compact === text);
  if (exact !== undefined) return { field: exact.field, certainty: 'exact', word: exact.words };
  const similar = list.find((word) => isSimilar(text, word.compact));
  if (similar !== undefined) {
    // A German ending is no slip.
    const isEnding = text.startsWith(similar.compact) || similar.compact.startsWith(text);
    return { field: similar.field, certainty: isEnding ? 'exact' : 'similar', word: similar.words };
  }
  const padded = ` ${words} `;
  const parts = list.filter((word) => word.compact.length >= 3 && padded.includes(` ${word.words} `));
  const longest = parts.reduce<KnownWord | null>(
    (a, b) => (a === null || b.words.length > a.words.length ? b : a),
    null,
  );
  return longest === null ? null : { field: longest.field, certainty: 'part', word: longest.words };
}

/** Whether a header says that codes stand below: `HH_AnsRe_ID`, `Sachkontonr.`. */
export function isCodeHeader(header: string): boolean {
  const words = normalWords(header);
  return isBareCodeHeader(header) || withoutCodeWord(words) !== null;
}

/** `Nr.` and the like: that codes stand below, not of what. */
export function isBareCodeHeader(header: string): boolean {
  return CODE_WORDS.includes(normalWords(header));
}

const CODE_WORDS = ['nummer', 'number', 'schluessel', 'code', 'nr', 'no', 'id', 'kz'];

/** `Sachkontonr.` and `Cost centre code` without the word that only says it is a number; null where there is none. */
function withoutCodeWord(words: string): string | null {
  const tokens = words.split(' ');
  const last = tokens.at(-1) ?? '';
  if (tokens.length > 1 && CODE_WORDS.includes(last)) return tokens.slice(0, -1).join(' ');
  const glued = CODE_WORDS.find((word) => last.length > word.length + 3 && last.endsWith(word));
  return glued === undefined ? null : [...tokens.slice(0, -1), last.slice(0, -glued.length)].join(' ');
}

/** What is left without `Bezeichnung` and the like; null when there is no such word. */
function withoutNameWord(words: string, slips = true): string | null {
  const tokens = words.split(' ');
  const at = tokens.findIndex((token) => NAMES.some((name) => token === name || (slips && isSimilar(token, name))));
  if (at >= 0) return tokens.filter((_, index) => index !== at).join(' ');
  const last = tokens.at(-1) ?? '';
  const glued = NAMES.find((name) => name.length >= 4 && last.endsWith(name) && last.length > name.length);
  return glued === undefined ? null : [...tokens.slice(0, -1), last.slice(0, -glued.length)].join(' ');
}
