import { randomUUID } from 'node:crypto';

/** One item of 100,000.00 gross in July 2027. */
export const demandItem = (changes: object = {}): Record<string, unknown> => ({
  id: randomUUID(),
  label: 'Position',
  kind: 'services',
  rhythm: 'one_off',
  fromYear: 2027,
  toYear: null,
  month: 7,
  quantity: 1,
  unit: 'Stück',
  unitPriceCents: 10_000_000,
  basis: 'gross',
  vatBasisPoints: 1900,
  increaseBasisPoints: 0,
  ...changes,
});

/** Staff of 2027 in thousandths of an FTE. */
export const staffOf2027 = (introductionThousandths: number, operationThousandths = 0): object[] => [
  { fiscalYear: 2027, introductionThousandths, operationThousandths },
];

/** A project that may wait a year. */
export const waitingProject = {
  runOrChange: 'change',
  reason: 'economic',
  reasonBasis: '',
  reasonDeadline: null,
  latestStartYear: 2028,
};
