import { checkUnitPlace, type UnitPlace } from './unit-rules';

const unit = (level: UnitPlace['level'], validFrom = '2020-01-01', validTo: string | null = null): UnitPlace => ({
  level,
  validFrom,
  validTo,
});
const codeOf = (child: UnitPlace, parent: UnitPlace | null): string => {
  const outcome = checkUnitPlace(child, parent);
  return outcome.ok ? 'ok' : outcome.refusal.code;
};

describe('Where a unit may stand', () => {
  it.each([
    ['Dezernat II at the top', unit('directorate'), null, 'ok'],
    ['Fachbereich 10 under Dezernat II', unit('department'), unit('directorate'), 'ok'],
    ['Rechnungsprüfungsamt without Dezernat', unit('department'), null, 'ok'],
    ['Stabsstelle right under the Dezernat', unit('division'), unit('directorate'), 'ok'],
    ['Stelle 10.21 under Abteilung 10.2', unit('division'), unit('division'), 'ok'],
    ['Dezernat under a Fachbereich', unit('directorate'), unit('department'), 'UNIT_LEVEL_ORDER'],
    ['Fachbereich under a Fachbereich', unit('department'), unit('department'), 'UNIT_LEVEL_ORDER'],
    ['Fachbereich under an Abteilung', unit('department'), unit('division'), 'UNIT_LEVEL_ORDER'],
  ])('%s', (_, child, parent, expected) => {
    expect(codeOf(child, parent)).toBe(expected);
  });

  it.each([
    ['starts before its Dezernat', unit('department', '2019-12-31'), unit('directorate'), 'UNIT_PARENT_DAYS'],
    [
      'has no end while its Dezernat ends',
      unit('department'),
      unit('directorate', '2020-01-01', '2026-12-31'),
      'UNIT_PARENT_DAYS',
    ],
    [
      'ends with its Dezernat',
      unit('department', '2020-01-01', '2026-12-31'),
      unit('directorate', '2020-01-01', '2026-12-31'),
      'ok',
    ],
    [
      'ends a day after it',
      unit('department', '2020-01-01', '2027-01-01'),
      unit('directorate', '2020-01-01', '2026-12-31'),
      'UNIT_PARENT_DAYS',
    ],
    ['ends before it starts', unit('department', '2026-05-01', '2026-04-30'), null, 'UNIT_DAYS_ORDER'],
    ['is valid for one day', unit('department', '2026-05-01', '2026-05-01'), null, 'ok'],
  ])('A unit that %s', (_, child, parent, expected) => {
    expect(codeOf(child, parent)).toBe(expected);
  });
});
