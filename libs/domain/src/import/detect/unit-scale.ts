import type { UnitFactor } from '../mapping';
import type { Notes } from './notes';

const MILLIONS = /\bmio\b\.?|\bmillionen\b|\bmillions?\b|€\s*m\b/i;
const THOUSANDS =
  /\bt\s?€|\bteur\b|\bt\s?eur\b|\btsd\b\.?|\btausend\b|\bk€|\bkeur\b|\b1[. ]?000\s*(?:€|eur|euro)|(?:\b(?:werte|betr[aä]ge|angaben|alles) |\()in 1[. ]?000(?!\s*\d)|['\u2019]000\b|\bthousands?\b|\bt\.\s?euro\b/i;
const EUROS = /(?:\bin\s+|\()(?:€|eur|euro)(?![a-z])|\bbetr[aä]ge in euro\b|\bin vollen euro\b/i;

/**
 * Finds whether amounts are in euros, thousands or millions. Words of the headers and above the table decide; whole small
 * numbers without a word raise a question, because a thousandfold slip is the worst one.
 */
export function findUnitFactor(texts: readonly string[], cents: readonly number[], notes: Notes): UnitFactor {
  const found = texts.map((text) => ({ text, factor: factorOfText(text) })).filter(({ factor }) => factor !== null);
  const factors = new Set(found.map(({ factor }) => factor));
  if (factors.size === 1) {
    const [{ text, factor } = { text: '', factor: 1 as const }] = found;
    notes.say('unit', factor === 1 ? 'UNIT_EURO' : 'UNIT_BY_WORD', { text: text.slice(0, 120), factor: factor ?? 1 });
    return factor ?? 1;
  }
  if (factors.size > 1) {
    const text = found
      .map((one) => one.text.slice(0, 60))
      .slice(0, 2)
      .join(' / ');
    return factorOf(notes.ask('UNIT_SUSPECTED', ['1', '1000', '1000000'], { text, largest: '' }));
  }
  if (!isSuspicious(cents)) return 1;
  const largest = cents.reduce((most, amount) => Math.max(most, Math.abs(amount)), 0) / 100;
  return factorOf(notes.ask('UNIT_SUSPECTED', ['1', '1000', '1000000'], { text: '', largest: String(largest) }));
}

/** Where headers name different units each column counts in its own: by place, those that differ from the first one. */
export function unitsOfColumns(
  amounts: readonly { readonly at: number; readonly header: string }[],
  notes: Notes,
): { readonly factor: UnitFactor; readonly own: ReadonlyMap<number, UnitFactor> } | null {
  const said = amounts.flatMap(({ at, header }) => {
    const factor = factorOfText(header);
    return factor === null ? [] : [{ at, header, factor }];
  });
  const [first] = said;
  const others = said.filter(({ factor }) => factor !== first?.factor);
  const [other] = others;
  // A column without a unit beside two of them may be in either: that stays a question.
  if (first === undefined || other === undefined || said.length < amounts.length) return null;
  notes.say('unit', 'UNIT_BY_COLUMN', { first: first.header, second: other.header });
  return { factor: first.factor, own: new Map(others.map(({ at, factor }) => [at, factor])) };
}

function factorOfText(written: string): UnitFactor | null {
  // Names of files have no blanks: `Haushalt_TEUR.csv`.
  const text = written.replaceAll('_', ' ');
  if (MILLIONS.test(text)) return 1_000_000;
  if (THOUSANDS.test(text)) return 1000;
  return EUROS.test(text) ? 1 : null;
}

function factorOf(answer: string): UnitFactor {
  if (answer === '1000') return 1000;
  return answer === '1000000' ? 1_000_000 : 1;
}

/** Budgets in euros end in zeros or have cents. Whole numbers with any last digit, all below a million, may be thousands. */
function isSuspicious(cents: readonly number[]): boolean {
  const filled = cents.filter((amount) => amount !== 0);
  if (filled.length < 8 || filled.some((amount) => amount % 100 !== 0)) return false;
  const odd = filled.filter((amount) => amount % 1000 !== 0).length;
  return odd * 3 >= filled.length && filled.every((amount) => Math.abs(amount) < 100_000_000);
}
