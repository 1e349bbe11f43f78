import type { CreateSystem } from '@etatlotse/contracts/inventory';
import { SYSTEM_STORE } from '../inventory';
import type { Transaction } from '../platform/database/transactions';
import type { DemoPlaces } from './demo-places';

interface DemoSystem extends Partial<
  Pick<
    CreateSystem,
    | 'vendor'
    | 'criticality'
    | 'yearlyCents'
    | 'securityBasisPoints'
    | 'supportEndsOn'
    | 'reason'
    | 'norm'
    | 'dueOn'
    | 'modernisationCents'
  >
> {
  readonly name: string;
  readonly unit: string;
  readonly serviceClass: CreateSystem['serviceClass'];
  readonly origin: 'source' | 'demo';
  readonly note: string;
  /** How its contract and its line begin. */
  readonly contract?: string;
  readonly line?: string;
  readonly state?: CreateSystem['state'];
}

const SOURCE = 'Aus der Quelle (Mitteilung vom 27.04.2026). Kosten, Anteile und Daten: Demo.';
const shared = { serviceClass: 'central_infrastructure', origin: 'source', note: SOURCE } as const;
const application = { serviceClass: 'business_application', origin: 'demo', note: 'Demo' } as const;

/** Systems that the source paper names, and business applications as a city has them. Amounts, shares and days are invented. */
const sharedSystems = (year: number): readonly DemoSystem[] => [
  {
    ...shared,
    name: 'DMS enaio',
    vendor: 'Optimal Systems GmbH',
    unit: '10.2',
    criticality: 'critical',
    contract: 'DMS: Lizenzen und Pflege',
    line: 'DMS-Ausbau stadtweit',
    securityBasisPoints: 1_200,
    supportEndsOn: `${year + 4}-12-31`,
  },
  {
    ...shared,
    name: 'Digitale Post',
    unit: '10.2',
    criticality: 'high',
    contract: 'Digitaler Posteingang',
    line: 'Digitaler Posteingang',
    securityBasisPoints: 900,
  },
  {
    ...shared,
    name: 'Serviceportal (OZG)',
    unit: '10.2',
    criticality: 'high',
    yearlyCents: 4_800_000,
    securityBasisPoints: 2_000,
    reason: 'legal_duty',
    norm: '§ 3 OZG',
    dueOn: `${year + 1}-12-31`,
  },
  {
    ...shared,
    name: 'Formularmanagement',
    unit: '10.2',
    criticality: 'normal',
    contract: 'Formularmanagement',
    line: 'Formularmanagement',
    securityBasisPoints: 1_000,
    supportEndsOn: `${year + 1}-09-30`,
    modernisationCents: 2_600_000,
  },
];

const workplaceSystems = (year: number): readonly DemoSystem[] => [
  {
    ...shared,
    name: 'Unified Communications',
    unit: '10.3',
    criticality: 'high',
    contract: 'Unified Communications',
    line: 'Unified Communications',
    securityBasisPoints: 800,
  },
  {
    ...shared,
    name: 'Beck-Online',
    vendor: 'Verlag C. H. Beck',
    unit: '10.2',
    yearlyCents: 2_150_000,
    securityBasisPoints: 0,
  },
  {
    ...shared,
    name: 'E-Learning-Portal',
    unit: '10.1',
    contract: 'E-Learning-Portal',
    line: 'E-Learning-Portal',
    securityBasisPoints: 500,
  },
  {
    ...shared,
    name: 'KI-Assistenz',
    unit: '10.2',
    state: 'planned',
    criticality: 'low',
    reason: 'political',
    dueOn: `${year + 1}-06-30`,
  },
];

const netSystems = (year: number): readonly DemoSystem[] => [
  {
    ...shared,
    name: 'Datennetz Verwaltung',
    unit: '10.3',
    criticality: 'critical',
    line: 'Datennetz Verwaltung: Betrieb',
    yearlyCents: 13_000_000,
    securityBasisPoints: 3_500,
    supportEndsOn: `${year - 1}-12-31`,
    reason: 'end_of_support',
    modernisationCents: 11_000_000,
  },
  {
    ...shared,
    name: 'Datennetz Pädagogik (Schulen)',
    unit: '40.2',
    criticality: 'high',
    yearlyCents: 9_400_000,
    securityBasisPoints: 2_500,
  },
  {
    ...shared,
    name: 'Firewall und Netzsicherheit',
    unit: '10.3',
    criticality: 'critical',
    contract: 'Firewall: Wartung',
    line: 'Firewall und Netzsicherheit',
    securityBasisPoints: 10_000,
    supportEndsOn: `${year + 2}-06-30`,
  },
];

const applications = (year: number): readonly DemoSystem[] => [
  { ...application, name: 'Fachverfahren Wohngeld', unit: 'FB 50', criticality: 'high', yearlyCents: 3_600_000 },
  {
    ...application,
    name: 'Fachverfahren Einwohnerwesen',
    unit: 'FB 32',
    criticality: 'critical',
    yearlyCents: 7_900_000,
    securityBasisPoints: 1_500,
    reason: 'economic',
    dueOn: `${year + 2}-01-01`,
    modernisationCents: 8_500_000,
  },
  {
    ...application,
    name: 'Fachverfahren Bauaufsicht',
    unit: 'FB 60',
    criticality: 'high',
    supportEndsOn: `${year + 1}-03-31`,
    securityBasisPoints: 1_000,
  },
  { ...application, name: 'Schulverwaltung', unit: 'FB 40', yearlyCents: 2_400_000, securityBasisPoints: 800 },
];

const demoSystems = (year: number): readonly DemoSystem[] => [
  ...sharedSystems(year),
  ...workplaceSystems(year),
  ...netSystems(year),
  ...applications(year),
];

export async function seedSystems(tx: Transaction, places: DemoPlaces, thisYear: number): Promise<void> {
  for (const { unit, contract, line, origin, ...system } of demoSystems(thisYear)) {
    const stated: CreateSystem = {
      ...{ vendor: '', criticality: 'normal', state: 'running', yearlyCents: null, securityBasisPoints: null },
      ...{ supportEndsOn: null, reason: null, norm: '', dueOn: null, modernisationCents: null },
      ...system,
      unitId: places.unit(unit),
      contractId: places.contract(contract),
      lineId: places.line(line),
    };
    await SYSTEM_STORE.insert(tx, stated, origin);
  }
}
