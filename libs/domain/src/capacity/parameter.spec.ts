import fc from 'fast-check';
import { plainDate } from '../shared/plain-date';
import {
  type CapacityParameter,
  allowanceOf,
  checkParameter,
  onOtherBasis,
  ownYearlyMinutes,
  parameterOn,
} from './parameter';

const parameter = (changes: Partial<CapacityParameter> = {}): CapacityParameter => ({
  parameterId: 'p1',
  kind: 'yearly_minutes',
  key: 'employee',
  value: 95_400,
  basis: null,
  validFrom: plainDate('2022-11-01'),
  source: 'KGSt-Bericht 11/2022',
  sourceYear: 2022,
  isExample: true,
  ...changes,
});
const NEW = parameter({ parameterId: 'p2', value: 93_660, validFrom: plainDate('2025-08-01'), sourceYear: 2025 });
const allowance = (changes: Partial<CapacityParameter> = {}): CapacityParameter =>
  parameter({ kind: 'allowance', key: '', value: 0.1, basis: 'surcharge_on_base_time', ...changes });

const codeOf = (one: CapacityParameter, others: CapacityParameter[] = []): string | null => {
  const checked = checkParameter(one, others);
  return checked.ok ? null : checked.refusal.code;
};

describe('a figure holds from a day on', () => {
  const on = (day: string, key = 'employee'): number | null =>
    parameterOn([NEW, parameter()], 'yearly_minutes', key, plainDate(day))?.value ?? null;

  it('until the next one begins', () => {
    expect([on('2022-11-01'), on('2025-07-31'), on('2025-08-01'), on('2030-01-01')]).toEqual([
      95_400, 95_400, 93_660, 93_660,
    ]);
  });

  it('before the first, and for another key, it is unknown and not a default', () => {
    expect([on('2022-10-31'), on('2026-01-01', 'official')]).toEqual([null, null]);
  });
});

describe('what can be recorded', () => {
  it('a figure with its source', () => {
    expect(codeOf(NEW, [parameter()])).toBeNull();
    expect(codeOf(parameter({ source: '  ' }))).toBe('PARAMETER_SOURCE_MISSING');
  });

  it.each<[Partial<CapacityParameter>]>([
    [{ value: 1_590 }],
    [{ value: NaN }],
    [{ value: 200_000 }],
    [{ kind: 'allowance', key: '', basis: 'surcharge_on_base_time', value: 10 }],
  ])('%p is no minutes of a year, and ten no share', (changes) => {
    expect(codeOf(parameter(changes))).toBe('PARAMETER_VALUE_RANGE');
  });

  it('AT-05 Verteilzeit says of what it is a share, and is never both', () => {
    expect(codeOf(allowance({ basis: null }))).toBe('ALLOWANCE_BASIS_MISSING');
    expect(codeOf(allowance({ basis: 'deduction_from_yearly_minutes' }), [allowance()])).toBe('ALLOWANCE_BOTH_BASES');
    expect(
      codeOf(allowance({ basis: 'deduction_from_yearly_minutes', validFrom: plainDate('2026-01-01') }), [allowance()]),
    ).toBeNull();
  });

  it.each<[Partial<CapacityParameter>, string | null]>([
    [{ key: 'teacher' }, 'PARAMETER_KEY_UNFIT'],
    [{ kind: 'hourly_rate', key: '', value: 6_302 }, 'PARAMETER_KEY_UNFIT'],
    [{ kind: 'hourly_rate', key: 'E 9a', value: 6_302 }, null],
    [{ kind: 'overhead', key: 'E 9a', value: 0.2 }, 'PARAMETER_KEY_UNFIT'],
    [{ kind: 'overhead', key: '', value: 0.2 }, null],
  ])('%p says of which of its kind it is: %p', (changes, code) => {
    expect(codeOf(parameter(changes))).toBe(code);
  });

  it('one figure a day', () => {
    expect(codeOf(parameter({ value: 96_000 }), [parameter()])).toBe('PARAMETER_SAME_DAY');
    expect(codeOf(parameter({ key: 'official', value: 96_000 }), [parameter()])).toBeNull();
  });
});

describe('the limits of each figure', () => {
  it.each([
    ['yearly_minutes', 'employee', 30_000, 150_000],
    ['allowance', '', 0, 0.5],
    ['recovery_minutes', '', 0, 480],
    ['workplace_cost', '', 0, 10_000_000],
    ['overhead', '', 0, 1],
    ['hourly_rate', 'E 9a', 1, 100_000],
    ['bundling_threshold', '', 0, 1],
  ] as const)('%s: the ends belong to it, what is beyond does not', (kind, key, min, max) => {
    const basis = kind === 'allowance' ? ('surcharge_on_base_time' as const) : null;
    const code = (value: number): string | null => codeOf(parameter({ kind, key, basis, value }));
    expect([code(min), code(max)]).toEqual([null, null]);
    const beyond = Array(2).fill('PARAMETER_VALUE_RANGE');
    expect([code(min - 0.001), code(max + 0.001)]).toEqual(beyond);
  });
});

describe('AT-05 one allowance out of two rates', () => {
  it('takes the one that was entered', () => {
    expect(allowanceOf(0.1, 0)).toEqual({ ok: true, value: { basis: 'surcharge_on_base_time', rate: 0.1 } });
    expect(allowanceOf(0, 0.09)).toEqual({ ok: true, value: { basis: 'deduction_from_yearly_minutes', rate: 0.09 } });
    expect(allowanceOf(0, 0)).toMatchObject({ ok: true, value: { rate: 0 } });
  });

  it('refuses both', () => {
    expect(allowanceOf(0.1, 0.09)).toEqual({ ok: false, refusal: { code: 'ALLOWANCE_BOTH_BASES', params: {} } });
  });

  it('10 % on top are 9.09 % off, 10 % off are 11.11 % on top, and back', () => {
    expect(onOtherBasis({ basis: 'surcharge_on_base_time', rate: 0.1 }).rate).toBeCloseTo(0.090909, 6);
    expect(onOtherBasis({ basis: 'deduction_from_yearly_minutes', rate: 0.1 }).rate).toBeCloseTo(0.111111, 6);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.5, noNaN: true }), (rate) => {
        const there = onOtherBasis({ basis: 'surcharge_on_base_time', rate });
        expect(onOtherBasis(there).rate).toBeCloseTo(rate, 12);
      }),
      { seed: 2026 },
    );
  });
});

it('a year of more absence than days has no minutes', () => {
  expect(ownYearlyMinutes({ workingDays: 10, leaveDays: 30, sickDays: 0, otherDays: 0, weeklyHours: 39 })).toBe(0);
});
