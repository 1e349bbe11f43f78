import { insertMeasurement, PROCESS_STORE } from '../inventory';
import type { Transaction } from '../platform/database/transactions';
import type { DemoPlaces } from './demo-places';

const IN_HOUSE = 'skbs.digital GmbH';

interface DemoProcess {
  readonly name: string;
  readonly unit: string;
  /** Days of the stages: recorded, optimised, built. */
  readonly days: readonly [string | null, string | null, string | null];
  readonly hours: readonly [planned: number | null, measured: number | null];
  readonly isBuiltInHouse?: boolean;
}

const demoProcesses = (year: number): readonly DemoProcess[] => [
  {
    name: 'Rechnungseingang',
    unit: 'FB 20',
    days: [`${year - 2}-09-01`, `${year - 1}-02-15`, `${year - 1}-10-01`],
    hours: [2_400, 1_950],
    isBuiltInHouse: true,
  },
  {
    name: 'Urlaub und Abwesenheit',
    unit: '10.1',
    days: [`${year - 2}-11-10`, `${year - 1}-04-01`, `${year}-02-01`],
    hours: [1_300, null],
    isBuiltInHouse: true,
  },
  {
    name: 'Dienstreise und Abrechnung',
    unit: '10.1',
    days: [`${year - 1}-03-01`, `${year}-01-20`, null],
    hours: [850, null],
    isBuiltInHouse: true,
  },
  {
    name: 'Sitzungsvorlage vom Entwurf zum Beschluss',
    unit: 'FB 10',
    days: [`${year - 1}-06-15`, null, null],
    hours: [600, null],
  },
  {
    name: 'Digitale Eingangspost verteilen',
    unit: '10.2',
    days: [`${year - 1}-01-10`, `${year - 1}-05-01`, `${year - 1}-12-01`],
    hours: [3_100, 2_780],
  },
  { name: 'Beschaffung bis zur Bestellung', unit: 'FB 10', days: [null, null, null], hours: [null, null] },
];

/** Processes; that some were built with the company of the city is of the source paper. */
export async function seedProcesses(tx: Transaction, places: DemoPlaces, thisYear: number): Promise<void> {
  for (const { name, unit, days, hours, isBuiltInHouse = false } of demoProcesses(thisYear)) {
    const [recordedOn, optimisedOn, workflowOn] = days.map((day) => (day !== null && day <= tx.today ? day : null));
    const stages = { recordedOn: recordedOn ?? null, optimisedOn: optimisedOn ?? null, workflowOn: workflowOn ?? null };
    const paid = isBuiltInHouse ? 'Workflow-Aufbau' : undefined;
    const stated = {
      ...{ name, unitId: places.unit(unit), ...stages, plannedHours: hours[0], isInHouse: isBuiltInHouse },
      note: isBuiltInHouse ? 'Aus der Quelle: skbs.digital GmbH. Prozess und Stunden: Demo.' : 'Demo',
      builtBy: isBuiltInHouse ? IN_HOUSE : '',
      ...{ reviewMonths: stages.workflowOn === null ? null : 12, reviewedOn: null },
      lineId: places.line(paid),
      contractId: places.contract(isBuiltInHouse ? 'Prozesse aufnehmen' : undefined),
    };
    const id = await PROCESS_STORE.insert(tx, stated, isBuiltInHouse ? 'source' : 'demo');
    if (id === null) throw new Error('A new city has no process yet.');
    if (hours[1] === null) continue;
    const basis = 'Demo: Zeiterfassung über vier Wochen, hochgerechnet';
    await insertMeasurement(tx, id, { fiscalYear: thisYear, hours: hours[1], basis });
  }
}
