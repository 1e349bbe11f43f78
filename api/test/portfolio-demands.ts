import { randomUUID } from 'node:crypto';
import type { DemandOffice } from './demand-office';
import { asOwner } from './people';
import type { TestApp } from './test-app';

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

/** A legal duty, a server and some tablets, all examined, that compete for the core frame of 2027. */
export async function competingDemands(office: DemandOffice): Promise<[duty: string, server: string, tablets: string]> {
  const duty = await office.examined({
    ...{ title: 'Onlinezugang', reason: 'legal', reasonBasis: '§ 1 OZG', runOrChange: 'change', fte: staffOf2027(300) },
    items: [demandItem({ unitPriceCents: 12_000_000 })],
  });
  const server = await office.examined({
    ...{ ...waitingProject, title: 'Server', fte: staffOf2027(200, 100) },
    items: [demandItem({ kind: 'device', unitPriceCents: 10_084_034, basis: 'net', label: 'Server' })],
  });
  const tablets = await office.examined({
    ...{ ...waitingProject, title: 'Tablets', fte: staffOf2027(100) },
    items: [demandItem({ kind: 'device', quantity: 10, unitPriceCents: 50_000, basis: 'gross', label: 'Tablet' })],
  });
  return [duty, server, tablets];
}

/** Behind the API: the form for ceilings is another page. */
export async function setCoreCeiling(
  app: TestApp,
  roundId: string,
  { fiscalYear, ceilingCents }: { readonly fiscalYear: number; readonly ceilingCents: number | null },
): Promise<void> {
  await asOwner(app, (owner) =>
    owner.query(
      `UPDATE round_ceiling SET ceiling_cents = $3 WHERE round_id = $1 AND fiscal_year = $2 AND frame = 'CORE'`,
      [roundId, fiscalYear, ceilingCents],
    ),
  );
}

/** The amounts of a version by year and side, as they are stored; `expenseLineId` is the line of the expense. */
export async function plannedAmounts(
  app: TestApp,
  versionId: string,
  expenseLineId: string,
): Promise<Record<string, number>> {
  return asOwner(app, async (owner) => {
    const { rows } = await owner.query(
      `SELECT fiscal_year, line_id, amount_cents::bigint::text AS cents FROM plan_amount WHERE version_id = $1 ORDER BY fiscal_year`,
      [versionId],
    );
    const sideOf = (lineId: string) => (lineId === expenseLineId ? 'expense' : 'investment');
    return Object.fromEntries(rows.map((row) => [`${row.fiscal_year} ${sideOf(row.line_id)}`, Number(row.cents)]));
  });
}

/** A demand on its way into a plan, with the lines that are changed. */
export const placed = (demandId: string, lines: object = {}): object => ({
  ...{ demandId, expenseLineId: null, investmentLineId: null },
  ...lines,
});
