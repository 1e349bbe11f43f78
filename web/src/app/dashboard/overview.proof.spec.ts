import type { MovementsOfLine } from '@etatlotse/contracts/budget/plain';
import { overviewProof } from './overview.proof';
import { balance, CITY_LINES, grid, line, overview } from './overview.sample';
import { proofKeyOf } from './proof-key';

const LINES = { line: null, lines: grid(CITY_LINES, ['FEES']) };
const prove = (key: string, feesCeilingCents: number | null = null, material = LINES) => {
  const lines = key.startsWith('frame:')
    ? grid(CITY_LINES.filter(({ frame }) => key.split(':')[1] === frame))
    : material.lines;
  return overviewProof(proofKeyOf(key)!, overview(feesCeilingCents), { ...material, lines });
};

describe('the key in the address', () => {
  it('is read back', () => {
    expect(proofKeyOf('frame:CORE')).toEqual({ scope: 'frame', frame: 'CORE', measure: 'available' });
    expect(proofKeyOf('all:commitment')).toEqual({ scope: 'all', measure: 'commitment' });
    expect(proofKeyOf('line:7')).toEqual({ scope: 'line', lineId: '7' });
    expect(proofKeyOf('run')).toEqual({ scope: 'run', measure: 'adjusted' });
  });

  it.each([
    undefined,
    '',
    'frame',
    'frame:X',
    'frame:CORE:salary',
    'frame:CORE:actual:1',
    'line:',
    'all:x',
    'run:x',
    'toString',
  ])('asks for nothing when it is %s', (text) => expect(proofKeyOf(text)).toBeNull());
});

describe('the proof of a frame', () => {
  it('is the formula R1 to the cent, and the lines add up to it', () => {
    const proof = prove('frame:CORE');
    expect(proof).toMatchObject({ title: 'verfügbar, Kern-IT', cents: 75_000_000, differenceCents: 0 });
    expect(proof?.formula.at(0)).toEqual({ operator: '', label: 'Ansatz', cents: 350_000_000 });
    expect(proof?.formula.at(-1)).toEqual({ operator: '=', label: 'verfügbar', cents: 75_000_000 });
    expect(proof?.movements.map(({ text, cents }) => [text, cents])).toEqual([['DMS-Ausbau', 75_000_000]]);
  });

  it('shows expense and investment apart for what was spent', () => {
    expect(prove('frame:CORE:actual')?.formula).toEqual([
      { operator: '', label: 'laufender Betrieb', cents: 190_000_000 },
      { operator: '+', label: 'Investitionen', cents: 0 },
      { operator: '=', label: 'Ist', cents: 190_000_000 },
    ]);
  });

  it('stays unknown without a ceiling, and still shows what was spent', () => {
    const proof = prove('frame:FEES');
    expect(proof).toMatchObject({
      cents: null,
      differenceCents: 0,
      movementsTitle: 'Wofür schon ausgegeben ist: eine Zeile',
    });
    expect(proof?.formula.filter(({ cents }) => cents === null)).toHaveLength(2);
    expect(prove('frame:FEES', 0)?.cents).toBe(-29_648_000);
  });

  it('raises the alarm when the lines add up to one cent less', () => {
    const lines = grid([line({ availableCents: 74_999_999 })]);
    expect(overviewProof(proofKeyOf('frame:CORE')!, overview(), { line: null, lines })?.differenceCents).toBe(1);
  });
});

describe('the proof of all frames', () => {
  it('leaves the unknown frame out of what is available, and counts what was spent in it', () => {
    expect(prove('all')).toMatchObject({ cents: 109_500_000, differenceCents: 0, movementCount: 2 });
    expect(prove('all:actual')).toMatchObject({ cents: 272_248_000, differenceCents: 0, movementCount: 3 });
    expect(prove('all:actual')?.formula.map(({ label }) => label)).toEqual([
      'Kern-IT',
      'Schulnetze',
      'Gebühren',
      'Ist',
    ]);
  });

  it('makes no claim when the list of lines was cut', () => {
    const lines = { ...grid(CITY_LINES), isTruncated: true };
    expect(prove('all', null, { line: null, lines })?.differenceCents).toBeNull();
  });

  it('waits for its lines', () => {
    expect(
      overviewProof({ scope: 'all', measure: 'available' }, overview(), { line: null, lines: null }),
    ).toBeUndefined();
  });
});

describe('the proof of a line', () => {
  const found: MovementsOfLine = {
    lineId: 'line-1',
    fiscalYear: 2026,
    balance: balance({ appropriationCents: 500, actualCents: 200 }),
    differenceCents: 0,
    movements: 20,
    rows: [],
    nextCursor: null,
  };

  it('carries its name, its formula and the count of its movements', () => {
    const proof = overviewProof({ scope: 'line', lineId: 'line-1' }, overview(), { line: found, lines: null });
    expect(proof).toMatchObject({ title: 'Fachverfahren Jugendhilfe', cents: 300, movementCount: 20 });
  });

  it('does not take the movements of the line before', () => {
    expect(
      overviewProof({ scope: 'line', lineId: 'line-9' }, overview(), { line: found, lines: null }),
    ).toBeUndefined();
  });
});
