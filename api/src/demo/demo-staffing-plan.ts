import type { CreatePost } from '@etatlotse/contracts/capacity';
import { insertPlanGroup, insertPost, type PlanFte } from '../capacity';
import type { Transaction } from '../platform/database/transactions';

/** Product groups of the printed staffing plan: hundredths of officials and employees, and what changes in the next year. */
const GROUPS: readonly (readonly [code: string, name: string, official: number, employee: number, change: number])[] = [
  ['1.11.01', 'Verwaltungsführung und Gremien', 1_200, 2_450, 0],
  ['1.11.05', 'Personal und Organisation', 2_875, 4_310, 100],
  ['1.11.06', 'Finanzen', 2_650, 3_825, 0],
  ['1.11.09', 'Zentrale IT-Dienste', 450, 4_175, 250],
  ['1.12.02', 'Bürgerservice', 1_125, 4_980, -50],
  ['1.12.06', 'Kfz-Zulassung', 300, 2_650, 0],
  ['2.21.01', 'Schulverwaltung und Schul-IT', 775, 3_260, 150],
  ['3.31.04', 'Wohngeld', 640, 2_115, 200],
  ['3.36.01', 'Elterngeld und Kinderbetreuung', 525, 6_440, 0],
  ['5.52.01', 'Bauordnung', 1_850, 1_390, -100],
];

/** Posts with notes, and one of which somebody keeps the name. All are invented. */
const POSTS: readonly (Pick<CreatePost, 'number' | 'name' | 'grade'> & {
  unit: string;
  kind: 'kw' | 'ku';
  holder: string;
})[] = [
  { unit: 'FB 32', number: 'FB32-21', name: 'Erfassung von Papierakten', grade: 'E 5', kind: 'kw', holder: '' },
  { unit: '10.3', number: '10.3-21', name: 'Betreuung Altverfahren', grade: 'E 9b', kind: 'kw', holder: '' },
  {
    ...{ unit: 'FB 40', number: 'FB40-21', name: 'Koordination Schul-IT', grade: 'E 11', kind: 'ku' },
    holder: 'Kim Beispiel (erfunden)',
  },
];

const FULL_TIME = 2_340;

/** The staffing plan of two years as a budget prints it, and single posts with notes. */
export async function seedStaffingPlan(
  tx: Transaction,
  units: ReadonlyMap<string, string>,
  fiscalYear: number,
): Promise<void> {
  for (const [code, name, official, employee, change] of GROUPS) {
    const ofYear = (year: number, more: number): PlanFte[] => [
      { fiscalYear: year, status: 'official', hundredths: official },
      { fiscalYear: year, status: 'employee', hundredths: employee + more },
    ];
    await insertPlanGroup(
      tx,
      { code, name, fte: [...ofYear(fiscalYear, 0), ...ofYear(fiscalYear + 1, change)] },
      'demo',
    );
  }
  for (const { unit, kind, holder, ...post } of POSTS) {
    const unitId = units.get(unit);
    if (unitId === undefined) throw new Error(`The sample city has no unit ${unit}.`);
    const ends = `${fiscalYear + 1}-12-31`;
    const held = { from: '2020-01-01', weeklyMinutes: FULL_TIME, rampUpPercents: [], absences: [] };
    await insertPost(
      tx,
      {
        ...post,
        ...{ unitId, status: 'employee', weeklyMinutes: FULL_TIME, fullTimeMinutes: FULL_TIME, from: '2020-01-01' },
        note: { kind, from: `${fiscalYear + 2}-01-01` },
        occupancies: [{ ...held, ...(kind === 'kw' ? { until: ends } : {}), ...(holder === '' ? {} : { holder }) }],
      },
      'demo',
    );
  }
}
