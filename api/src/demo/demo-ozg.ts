import type { ServiceTask } from '@etatlotse/domain/inventory';
import { insertDecision, insertVolume, SERVICE_STORE } from '../inventory';
import type { Transaction } from '../platform/database/transactions';
import type { DemoPlaces } from './demo-places';

type Decision = Parameters<typeof insertDecision>[2];

interface DemoService {
  readonly name: string;
  readonly unit: string;
  readonly task: ServiceTask;
  /** Form, procedure, DMS. */
  readonly ticks: readonly [boolean, boolean, boolean];
  /** Cases and online cases of the last and the running year; null is not counted. */
  readonly volumes: readonly (readonly [cases: number | null, online: number | null])[];
  readonly decision?: 'form' | 'efa' | 'efa_ending' | 'efa_unknown' | 'form_against';
  readonly note?: string;
}

const own = (
  name: string,
  unit: string,
  ticks: DemoService['ticks'],
  volumes: DemoService['volumes'],
  decision?: DemoService['decision'],
): DemoService => ({ name, unit, task: 'own', ticks, volumes, ...(decision === undefined ? {} : { decision }) });

const ofState = (...[name, unit, ticks, volumes, decision]: Parameters<typeof own>): DemoService => ({
  ...own(name, unit, ticks, volumes, decision),
  task: 'state_federal',
});

/** Services, as a city has them; what they cost and how often they are asked for is invented. */
const DEMO_SERVICES: readonly DemoService[] = [
  own(
    'Hundesteuer anmelden',
    'FB 20',
    [true, true, true],
    [
      [2_150, 980],
      [1_720, 910],
    ],
    'form',
  ),
  own(
    'Anwohnerparkausweis',
    'FB 32',
    [true, true, false],
    [
      [9_400, 5_200],
      [7_300, 4_600],
    ],
    'form',
  ),
  own(
    'Sondernutzung von Straßen',
    'FB 66',
    [true, false, false],
    [
      [860, 210],
      [null, null],
    ],
    'form',
  ),
  own(
    'Baumfällung beantragen',
    'FB 67',
    [true, false, true],
    [
      [640, 230],
      [510, 240],
    ],
    'form',
  ),
  own(
    'Kita-Platz anmelden',
    'FB 51',
    [true, true, true],
    [
      [3_900, 3_120],
      [3_300, 2_840],
    ],
    'form',
  ),
  own(
    'Ganztag anmelden',
    'FB 40',
    [true, true, false],
    [
      [2_600, 1_950],
      [2_750, 2_310],
    ],
    'form',
  ),
  own(
    'Sportstätte reservieren',
    'FB 40',
    [false, true, false],
    [
      [1_150, 0],
      [980, 0],
    ],
  ),
  own(
    'Musikschule anmelden',
    'FB 41',
    [true, false, false],
    [
      [1_480, 520],
      [1_120, 490],
    ],
  ),
  ofState(
    'Wohnsitz anmelden',
    'FB 32',
    [true, true, false],
    [
      [24_500, 3_900],
      [19_800, 5_200],
    ],
    'efa',
  ),
  ofState(
    'Wohngeld beantragen',
    'FB 50',
    [true, true, true],
    [
      [4_300, 1_290],
      [3_650, 1_460],
    ],
    'efa_ending',
  ),
  ofState(
    'Elterngeld beantragen',
    'FB 51',
    [true, false, false],
    [
      [2_050, null],
      [1_640, null],
    ],
    'efa',
  ),
  ofState(
    'Bauantrag stellen',
    'FB 60',
    [true, true, true],
    [
      [1_240, 620],
      [930, 560],
    ],
    'form_against',
  ),
  ofState(
    'Fahrerlaubnis beantragen',
    'FB 32',
    [false, true, false],
    [
      [5_100, 0],
      [4_050, 0],
    ],
    'efa_unknown',
  ),
  ofState(
    'Unterhaltsvorschuss beantragen',
    'FB 51',
    [false, true, true],
    [
      [1_320, 0],
      [1_010, 0],
    ],
  ),
];

/** Services of the sample city with their decisions and cases. */
export async function seedServices(tx: Transaction, places: DemoPlaces, thisYear: number): Promise<void> {
  for (const service of DEMO_SERVICES) {
    const [hasForm, hasProcedure, hasDms] = service.ticks;
    const usesForms = service.decision === 'form' || service.decision === 'form_against';
    const stated = {
      name: service.name,
      code: '',
      unitId: places.unit(service.unit),
      note: 'Demo',
      task: service.task,
      hasForm,
      hasProcedure,
      hasDms,
      lineId: places.line(usesForms ? 'Formularmanagement' : undefined),
      contractId: places.contract(usesForms ? 'Formularmanagement' : undefined),
    };
    const id = await SERVICE_STORE.insert(tx, stated, 'demo');
    if (id === null) throw new Error('A new city has no service yet.');
    if (service.decision !== undefined) await insertDecision(tx, id, decisionOf(service.decision, thisYear));
    for (const [at, [cases, onlineCases]] of service.volumes.entries()) {
      const basis = 'Demo: Auswertung des Fachverfahrens';
      await insertVolume(tx, id, { fiscalYear: thisYear - 1 + at, cases, onlineCases, basis });
    }
  }
}

function decisionOf(kind: NonNullable<DemoService['decision']>, thisYear: number): Decision {
  const common = {
    decidedOn: `${thisYear}-03-12`,
    decidedBy: 'Lenkungskreis Digitalisierung',
    firstYear: thisYear,
    yearCount: 5,
    availableOn: null,
    buildCents: 1_800_000,
    yearlyCents: 320_000,
    connectionCents: null,
    feeCents: null,
    fundingEndsOn: null,
    feeAfterCents: null,
  };
  const efa = { connectionCents: 950_000, feeCents: 240_000, availableOn: `${thisYear}-01-01` };
  switch (kind) {
    case 'form':
      return { ...common, solution: 'own_form', reason: 'Demo: Eigene Aufgabe, das Formularmanagement ist da.' };
    case 'efa':
      return { ...common, ...efa, solution: 'efa', reason: 'Demo: Verfügbar und über fünf Jahre günstiger.' };
    case 'efa_ending':
      return {
        ...common,
        ...efa,
        fundingEndsOn: `${thisYear + 1}-12-31`,
        feeAfterCents: 690_000,
        solution: 'efa',
        reason: 'Demo: Verfügbar und bis zum Ende der gemeinsamen Finanzierung günstiger.',
      };
    case 'efa_unknown':
      return {
        ...common,
        ...efa,
        availableOn: `${thisYear + 1}-07-01`,
        fundingEndsOn: `${thisYear + 1}-12-31`,
        solution: 'efa',
        reason: 'Demo: Das Land hat die Leistung angekündigt; das Entgelt nach der Förderung ist noch nicht bekannt.',
      };
    case 'form_against':
      return {
        ...common,
        ...efa,
        solution: 'own_form',
        reason: 'Demo: Die EfA-Leistung lässt sich nicht mit dem Fachverfahren verbinden.',
      };
  }
}
