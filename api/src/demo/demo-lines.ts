import type { FrameCode, ServiceClass } from '@etatlotse/domain/budget';
import type { SeededRandom } from './seeded-random';
import { CENTRAL_SERVICES, FEES, LINE_APPLICATIONS, PROGRAMMES, SCHOOLS } from './demo-catalogue';

/** A line of the sample city before it gets an id. */
export interface DemoLine {
  readonly number: string;
  readonly name: string;
  readonly account: string;
  readonly accountName: string;
  readonly statementLine: string;
  readonly direction: 'expense' | 'payment';
  readonly sphere: 'operating' | 'investing';
  readonly frame: FrameCode;
  readonly runOrChange: 'run' | 'change';
  readonly serviceClass: ServiceClass;
  readonly networkZone: 'administration' | 'education' | 'telephony' | 'building' | 'external' | null;
  readonly unit: string;
  readonly product: string;
  readonly productName: string;
  readonly costCentre: string;
  readonly pool: string | null;
  /** Share of its frame's yearly amount; only the relation between lines counts. */
  readonly weight: number;
  /** How a year goes on this line: every month the same, or orders and invoices. */
  readonly rhythm: 'monthly' | 'orders';
}

interface Account {
  readonly account: string;
  readonly accountName: string;
  readonly statementLine: string;
  readonly direction: 'expense' | 'payment';
  readonly sphere: 'operating' | 'investing';
}

const expense = (account: string, accountName: string): Account => ({
  account,
  accountName,
  statementLine: '15',
  direction: 'expense',
  sphere: 'operating',
});
const ACCOUNTS = {
  service: expense('429100', 'Aufwendungen für IT-Dienstleistungen'),
  maintenance: expense('422900', 'Wartung und Pflege von Software'),
  smallAssets: expense('422220', 'Geringwertige Vermögensgegenstände'),
  telecommunication: expense('443130', 'Telefon- und Datenleitungsgebühren'),
  investment: {
    account: '783110',
    accountName: 'Erwerb von beweglichem Sachvermögen',
    statementLine: '27',
    direction: 'payment',
    sphere: 'investing',
  },
} satisfies Record<string, Account>;

/** About 200 lines: central services, line-of-business applications, programmes, school networks and fees. */
export function demoLines(random: SeededRandom): DemoLine[] {
  const numbers = new Map<string, number>();
  const number = (series: string): string => {
    const next = (numbers.get(series) ?? 1) + 1;
    numbers.set(series, next);
    return `${series}.10${String(next).padStart(4, '0')}`;
  };
  return [
    ...CENTRAL_SERVICES.map((service) => centralLine(number('4S'), service)),
    ...LINE_APPLICATIONS.flatMap((application) => applicationLines(number, application, random)),
    ...PROGRAMMES.map((programme) => programmeLine(number('4E'), programme)),
    ...SCHOOLS.flatMap((school, at) => schoolLines(number, school, at)),
    ...FEES.map((fee) => feeLine(number('4S'), fee)),
  ];
}

const IT_PRODUCT = { product: '1.11.1117', productName: 'Informationstechnik' };

function centralLine(number: string, [name, weight, rhythm, account]: (typeof CENTRAL_SERVICES)[number]): DemoLine {
  return {
    number,
    name,
    ...ACCOUNTS[account],
    frame: 'CORE',
    runOrChange: 'run',
    serviceClass: 'central_infrastructure',
    networkZone: 'administration',
    unit: '10.3',
    ...IT_PRODUCT,
    costCentre: '101300',
    pool: account === 'service' ? 'DK 10-1' : null,
    weight,
    rhythm,
  };
}

function applicationLines(
  number: (series: string) => string,
  [name, unit]: (typeof LINE_APPLICATIONS)[number],
  random: SeededRandom,
): DemoLine[] {
  const common = {
    frame: 'CORE',
    serviceClass: 'business_application',
    networkZone: 'administration',
    unit,
    product: `1.12.${unit.replace(/\D/g, '').padEnd(4, '0')}`,
    productName: `Fachverfahren ${unit}`,
    costCentre: `${unit.replace(/\D/g, '')}0100`,
    pool: null,
  } as const;
  const upkeep: DemoLine = {
    ...common,
    number: number('4S'),
    name: `Fachverfahren ${name}: Wartung und Pflege`,
    ...ACCOUNTS.maintenance,
    runOrChange: 'run',
    weight: random.whole(6, 28),
    rhythm: 'monthly',
  };
  if (!random.chance(60)) return [upkeep];
  const renewal: DemoLine = {
    ...common,
    number: number('5S'),
    name: `Fachverfahren ${name}: Ablösung`,
    ...ACCOUNTS.investment,
    runOrChange: 'change',
    weight: random.whole(12, 40),
    rhythm: 'orders',
  };
  return [upkeep, renewal];
}

function programmeLine(number: string, [name, weight]: (typeof PROGRAMMES)[number]): DemoLine {
  return {
    number,
    name,
    ...ACCOUNTS.service,
    frame: 'CORE',
    runOrChange: 'change',
    serviceClass: 'central_infrastructure',
    networkZone: null,
    unit: '10.2',
    ...IT_PRODUCT,
    costCentre: '101200',
    pool: 'DK 10-3',
    weight,
    rhythm: 'orders',
  };
}

function schoolLines(number: (series: string) => string, school: string, at: number): DemoLine[] {
  const common = {
    frame: 'SCHOOL_NET',
    serviceClass: 'central_infrastructure',
    networkZone: 'education',
    unit: '40.2',
    product: '1.24.2401',
    productName: 'Datennetze der Schulen',
    costCentre: '402100',
    rhythm: 'orders',
  } as const;
  return [
    {
      ...common,
      number: number('5S'),
      name: `LAN-Ausbau ${school}`,
      ...ACCOUNTS.investment,
      runOrChange: 'change',
      pool: null,
      weight: 30 + (at % 5) * 14,
    },
    {
      ...common,
      number: number('4S'),
      name: `Wartung Schulnetz ${school}`,
      ...ACCOUNTS.maintenance,
      runOrChange: 'run',
      pool: 'DK 40-1',
      weight: 8 + (at % 4) * 3,
    },
  ];
}

function feeLine(number: string, [name, unit, zone]: (typeof FEES)[number]): DemoLine {
  return {
    number,
    name,
    ...ACCOUNTS.telecommunication,
    frame: 'FEES',
    runOrChange: 'run',
    serviceClass: 'central_infrastructure',
    networkZone: zone,
    unit,
    ...IT_PRODUCT,
    costCentre: '101310',
    pool: null,
    weight: 10,
    rhythm: 'monthly',
  };
}
