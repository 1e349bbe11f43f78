import { parsePlanFormula, type PlanFormula } from './plan-formula';

const scale = (source: 'own' | 'previous', numerator: number, denominator: number): object => ({
  kind: 'scale',
  source,
  factor: { numerator, denominator },
});

describe('what a person types into the command bar', () => {
  it.each<[string, object]>([
    ['+3%', scale('own', 103, 100)],
    ['+ 3 %', scale('own', 103, 100)],
    ['-2,5%', scale('own', 975, 1000)],
    ['\u22122,5%', scale('own', 975, 1000)],
    ['+0,125%', scale('own', 100_125, 100_000)],
    ['-100%', scale('own', 0, 100)],
    ['*1,02', scale('own', 102, 100)],
    ['×1.5', scale('own', 15, 10)],
    ['*0', scale('own', 0, 1)],
    ['=Vorjahr', scale('previous', 1, 1)],
    ['=VORJAHR * 1,02', scale('previous', 102, 100)],
    ['=vj+3%', scale('previous', 103, 100)],
    ['=previous year*1.02', scale('previous', 102, 100)],
    ['=Vorjahr-1.000,50', { kind: 'add', source: 'previous', addCents: -100_050 }],
    ['+1000', { kind: 'add', source: 'own', addCents: 100_000 }],
    ['+1.000,00 €', { kind: 'add', source: 'own', addCents: 100_000 }],
    ['-1000,5', { kind: 'add', source: 'own', addCents: -100_050 }],
    ['=0', { kind: 'set', amountCents: 0 }],
    ['=12*450,50', { kind: 'set', amountCents: 540_600 }],
    ['= (1.200,00 € + 800) × 1,19', { kind: 'set', amountCents: 238_000 }],
    ['=-12,30', { kind: 'set', amountCents: -1230 }],
    ['rechts', { kind: 'fill_right', factor: { numerator: 1, denominator: 1 } }],
    ['Rechts +3%', { kind: 'fill_right', factor: { numerator: 103, denominator: 100 } }],
    ['verteile 100.000,00', { kind: 'distribute', totalCents: 10_000_000, by: 'equal' }],
    ['Verteilen 99,99 anteilig', { kind: 'distribute', totalCents: 9_999, by: 'proportion' }],
    ['distribute 100 proportionally', { kind: 'distribute', totalCents: 10_000, by: 'proportion' }],
  ])('%s', (text, formula) => {
    expect(parsePlanFormula(text)).toEqual({ ok: true, formula: formula as PlanFormula });
  });
});

describe('what is no formula', () => {
  it.each<[string, string]>([
    ['', 'FORMULA_REQUIRED'],
    ['   ', 'FORMULA_REQUIRED'],
    ['1000', 'FORMULA_UNKNOWN'],
    ['=', 'FORMULA_UNKNOWN'],
    ['=Vorvorjahr', 'FORMULA_UNKNOWN'],
    ['=Vorjahr1,02', 'FORMULA_UNKNOWN'],
    ['=Vorjahr**2', 'FORMULA_NUMBER'],
    ['+3%%', 'FORMULA_NUMBER'],
    ['+-3', 'FORMULA_NUMBER'],
    ['--3', 'FORMULA_NUMBER'],
    ['+', 'FORMULA_NUMBER'],
    ['+%', 'FORMULA_NUMBER'],
    ['*', 'FORMULA_NUMBER'],
    ['*-1', 'FORMULA_NUMBER'],
    ['*1,0000001', 'FORMULA_NUMBER'],
    ['*1e3', 'FORMULA_NUMBER'],
    ['*１', 'FORMULA_NUMBER'],
    ['+12,345', 'FORMULA_NUMBER'],
    ['+99999999999999', 'FORMULA_NUMBER'],
    ['-100,01%', 'FORMULA_PERCENT'],
    ['+999999%', 'FORMULA_PERCENT'],
    ['*1001', 'FORMULA_FACTOR'],
    ['verteile', 'FORMULA_NUMBER'],
    ['verteile viel', 'FORMULA_UNKNOWN'],
    ['rechts 3%', 'FORMULA_UNKNOWN'],
    ['=SUMME(A1:A3)', 'FORMULA_UNKNOWN'],
    ['=100/0', 'FORMULA_DIVISION'],
    ['=1000+3%', 'FORMULA_NUMBER'],
    [`+${'1'.repeat(80)}`, 'FORMULA_UNKNOWN'],
  ])('"%s": %s', (text, code) => {
    expect(parsePlanFormula(text)).toEqual({ ok: false, code });
  });

  it.each<[string, string[]]>([
    ['+1.234', ['1234', '1,234']],
    ['verteile 1.234', ['1234', '1,234']],
    ['*1.025', ['1025', '1,025']],
  ])('"%s" has two readings and is asked', (text, readings) => {
    expect(parsePlanFormula(text)).toEqual({ ok: false, code: 'FORMULA_AMBIGUOUS', readings });
  });
});
