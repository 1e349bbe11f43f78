import { withoutCurrency, withoutMark } from '../amount-cell';
import type { NumberStyle } from '../mapping';
import type { Notes } from './notes';
import { isAmountShaped } from './cell-shapes';

/** What cells prove about the way numbers are written. */
interface Proof {
  cells: number;
  proven: number;
  comma: number;
  point: number;
  groupPoint: number;
  groupComma: number;
  groupApostrophe: number;
  groupBlank: number;
  ungrouped: number;
  trailingMinus: number;
  parentheses: number;
  /** `1.234` or `1,234`: either of two readings. */
  openPoint: number;
  openComma: number;
  readonly example: Map<string, string>;
}

/** Finds how numbers are written, from all amount cells of the sample. What proves nothing is asked. */
export function findNumberStyle(cells: Iterable<string>, notes: Notes): NumberStyle {
  const proof = collect(cells);
  const decimal = decimalOf(proof, notes);
  const grouping = groupingOf(proof, decimal, notes);
  const style = { decimal, grouping, trailingMinus: proof.trailingMinus > 0, parentheses: proof.parentheses > 0 };
  const { proven } = proof;
  if (proven > 0) {
    const params = { decimal, grouping: grouping ?? '', proven, cells: proof.cells, example: exampleOf(proof) };
    notes.say('numbers', 'NUMBERS_PROVEN', params);
  } else if (proof.cells > 0 && proof.openPoint + proof.openComma === 0)
    notes.say('numbers', 'NUMBERS_PLAIN', { cells: proof.cells });
  if (style.trailingMinus)
    notes.say('numbers', 'TRAILING_MINUS', {
      count: proof.trailingMinus,
      example: proof.example.get('trailing') ?? '',
    });
  if (style.parentheses)
    notes.say('numbers', 'PARENTHESES_MINUS', {
      count: proof.parentheses,
      example: proof.example.get('parentheses') ?? '',
    });
  return style;
}

function collect(cells: Iterable<string>): Proof {
  const proof: Proof = {
    cells: 0,
    proven: 0,
    comma: 0,
    point: 0,
    groupPoint: 0,
    groupComma: 0,
    groupApostrophe: 0,
    groupBlank: 0,
    ungrouped: 0,
    trailingMinus: 0,
    parentheses: 0,
    openPoint: 0,
    openComma: 0,
    example: new Map(),
  };
  for (const cell of cells) if (isAmountShaped(cell)) look(cell, proof);
  return proof;
}

function look(cell: string, proof: Proof): void {
  proof.cells += 1;
  let text = withoutCurrency(withoutMark(cell.trim()));
  const keep = (name: string): void => {
    if (!proof.example.has(name)) proof.example.set(name, cell.trim());
  };
  if (/^\(.*\)$/.test(text)) {
    proof.parentheses += 1;
    keep('parentheses');
    text = text.slice(1, -1);
  }
  if (/\d\s*[-\u2212\u2013]$/.test(text)) {
    proof.trailingMinus += 1;
    keep('trailing');
  }
  const digits = text.replace(/^[-+\u2212\u2013]\s*|\s*[-\u2212\u2013]$/g, '').trim();
  let isProof = false;
  const count = (name: 'comma' | 'point' | 'groupPoint' | 'groupComma' | 'groupApostrophe' | 'groupBlank'): void => {
    proof[name] += 1;
    if (!isProof) proof.proven += 1;
    isProof = true;
    keep(name);
  };
  if (/\d['\u2019\u00B4]\d{3}/.test(digits)) count('groupApostrophe');
  if (/\d[ \u00A0\u2009\u202F]\d{3}/.test(digits)) count('groupBlank');
  if (/\.\d{3}[.,]/.test(digits) && /^\d{1,3}\./.test(digits)) count('groupPoint');
  if (/,\d{3}[.,]/.test(digits) && /^\d{1,3},/.test(digits)) count('groupComma');
  const tail = /([.,])(\d+)$/.exec(digits);
  if (tail === null) {
    if (/^\d{4,}$/.test(digits)) proof.ungrouped += 1;
    return;
  }
  const [, sign = '', after = ''] = tail;
  const other = sign === '.' ? ',' : '.';
  const before = digits.slice(0, -after.length - 1);
  if (before.includes(other) || after.length !== 3) count(sign === ',' ? 'comma' : 'point');
  else if (before.includes(sign)) return;
  else if (before === '0' || before.length > 3) count(sign === ',' ? 'comma' : 'point');
  else {
    proof[sign === '.' ? 'openPoint' : 'openComma'] += 1;
    keep(sign === '.' ? 'openPoint' : 'openComma');
  }
  if (/^\d{4,}[.,]/.test(digits) && after.length !== 3) proof.ungrouped += 1;
}

function decimalOf(proof: Proof, notes: Notes): ',' | '.' {
  const comma = proof.comma + proof.groupPoint;
  const point = proof.point + proof.groupComma + proof.groupApostrophe;
  if (comma > 0 && point > 0) {
    // Some cells of another kind are problems of their rows; an even mixture is a question.
    const [more, less] = [Math.max(comma, point), Math.min(comma, point)];
    const first = comma >= point ? ',' : '.';
    if (less * 20 < more) return first;
    const params = {
      comma,
      point,
      exampleComma: proof.example.get('comma') ?? '',
      examplePoint: proof.example.get('point') ?? '',
    };
    return notes.ask('NUMBER_STYLE', [first, first === ',' ? '.' : ','], params) === '.' ? '.' : ',';
  }
  if (comma + point > 0) return comma > 0 ? ',' : '.';
  if (proof.openComma > 0 && proof.openPoint === 0) {
    const params = {
      comma: proof.openComma,
      point: 0,
      exampleComma: proof.example.get('openComma') ?? '',
      examplePoint: '',
    };
    return notes.ask('NUMBER_STYLE', ['.', ','], params) === ',' ? ',' : '.';
  }
  return ',';
}

function groupingOf(proof: Proof, decimal: ',' | '.', notes: Notes): NumberStyle['grouping'] {
  const sign = decimal === ',' ? '.' : ',';
  const [proven, open] = decimal === ',' ? [proof.groupPoint, proof.openPoint] : [proof.groupComma, proof.openComma];
  // Blanks and apostrophes can only group, so they are read beside a point; a point needs to be known.
  if (proven > 0) return sign;
  if (proof.groupApostrophe > 0) return "'";
  if (proof.groupBlank > 0) return ' ';
  if (notes.hints.pointGroupsThousands === true && sign === '.') {
    notes.say('numbers', 'NUMBERS_SAID', { grouping: '.' });
    return '.';
  }
  if (open === 0) return null;
  // Where the other sign is the decimal one and no number is written without groups, this one can only group.
  const isDecimalProven = decimal === ',' ? proof.comma > 0 : proof.point > 0;
  if (isDecimalProven && proof.ungrouped === 0) return sign;
  const params = { count: open, example: proof.example.get(decimal === ',' ? 'openPoint' : 'openComma') ?? '' };
  return notes.ask('NUMBER_GROUPING', ['open', 'thousands'], params) === 'thousands' ? sign : null;
}

function exampleOf({ example }: Proof): string {
  for (const name of ['groupPoint', 'groupComma', 'groupApostrophe', 'groupBlank', 'comma', 'point']) {
    const found = example.get(name);
    if (found !== undefined) return found;
  }
  return '';
}
