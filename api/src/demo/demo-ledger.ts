import { type Cents, cents, splitCents } from '@etatlotse/domain/shared';
import type { NewMovement } from '../budget';
import type { DemoLine } from './demo-lines';
import type { SeededRandom } from './seeded-random';

/** An order document of the sample city with the movements it wrote. */
export interface DemoOrder {
  readonly orderId: string;
  readonly number: string;
  readonly lineId: string;
  readonly fiscalYear: number;
  readonly supplier: string;
  readonly subject: string;
  readonly orderedOn: string;
  readonly state: 'ordered' | 'partly_invoiced' | 'closed';
  readonly committedCents: Cents;
  readonly spentCents: Cents;
}

/** One line's year: what was ordered and every movement, dated up to the given day. */
export interface DemoLineYear {
  readonly orders: readonly DemoOrder[];
  readonly movements: readonly NewMovement[];
}

/** What a year on a line starts from. */
export interface DemoYearSetting {
  readonly lineId: string;
  readonly fiscalYear: number;
  /** What may be spent: the adjusted appropriation less the lock; for fees what will be billed. */
  readonly spendableCents: Cents;
  /** Nothing is dated later than this day (`YYYY-MM-DD`). */
  readonly today: string;
  readonly nextId: () => string;
  readonly nextNumber: () => string;
}

const SUPPLIERS = [
  'Nordlicht IT-Systeme GmbH',
  'Harzer Netzwerktechnik AG',
  'Welfen Software eG',
  'Datenhaus Okertal GmbH',
  'Kommunal-IT Verbund AöR',
  'Leine Consulting GmbH',
  'Elm Systemhaus KG',
];
const SUBJECTS = [
  'Abruf Rahmenvertrag',
  'Dienstleistung',
  'Lizenzen',
  'Hardware',
  'Wartungsverlängerung',
  'Einführung',
  'Schulung',
];

/** A year with the rhythm of its line: monthly bills on one order, or several orders with part and final invoices. */
export function demoLineYear(line: DemoLine, setting: DemoYearSetting, random: SeededRandom): DemoLineYear {
  if (setting.spendableCents <= 0) return { orders: [], movements: [] };
  return line.rhythm === 'monthly' ? monthlyYear(line, setting, random) : orderedYear(line, setting, random);
}

/** One order for the year, billed in twelve parts; most lines stay a little below what they may spend. */
function monthlyYear(line: DemoLine, setting: DemoYearSetting, random: SeededRandom): DemoLineYear {
  const totalCents = share(setting.spendableCents, random.whole(86, 99));
  const bills = splitCents(
    totalCents,
    Array.from({ length: 12 }, () => random.whole(8, 12)),
  );
  const days = bills.map((_, month) => dayIn(setting.fiscalYear, month + 1, random.whole(5, 26)));
  return oneOrder(
    line.name,
    setting,
    dayIn(setting.fiscalYear, 1, random.whole(2, 4)),
    totalCents,
    bills,
    days,
    random,
  );
}

/** Four to six orders spread over the year, each with its invoices some weeks later. */
function orderedYear(line: DemoLine, setting: DemoYearSetting, random: SeededRandom): DemoLineYear {
  const totalCents = share(setting.spendableCents, random.whole(62, 97));
  const count = random.whole(4, 6);
  const parts = splitCents(
    totalCents,
    Array.from({ length: count }, () => random.whole(5, 20)),
  );
  const years = parts
    .filter((part) => part > 0)
    .map((part, at) => {
      const month = 1 + Math.floor((at * 11) / count);
      const invoices = splitCents(
        part,
        Array.from({ length: random.whole(3, 5) }, () => random.whole(4, 9)),
      );
      const days = invoices.map((_, step) => dayIn(setting.fiscalYear, month + 1 + step, random.whole(3, 27)));
      return oneOrder(
        line.name,
        setting,
        dayIn(setting.fiscalYear, month, random.whole(3, 27)),
        part,
        invoices,
        days,
        random,
      );
    });
  return { orders: years.flatMap(({ orders }) => orders), movements: years.flatMap(({ movements }) => movements) };
}

function oneOrder(
  name: string,
  setting: DemoYearSetting,
  orderedOn: string,
  totalCents: Cents,
  invoices: readonly Cents[],
  days: readonly string[],
  random: SeededRandom,
): DemoLineYear {
  if (orderedOn > setting.today || totalCents === 0) return { orders: [], movements: [] };
  const { lineId, fiscalYear } = setting;
  const orderId = setting.nextId();
  const number = setting.nextNumber();
  const subject = `${random.pick(SUBJECTS)} ${name}`.slice(0, 200);
  const common = { lineId, fiscalYear, orderId, source: 'demo' as const, text: subject };
  const movements: NewMovement[] = [
    { ...common, kind: 'commitment', amountCents: totalCents, bookedOn: orderedOn, documentNumber: number },
  ];
  let spent = 0;
  let billed = 0;
  invoices.forEach((amountCents, at) => {
    const bookedOn = days[at] ?? orderedOn;
    if (amountCents === 0 || bookedOn > setting.today) return;
    const documentNumber = `RE-${number.slice(2)}-${at + 1}`;
    movements.push(
      { ...common, kind: 'commitment', amountCents: -amountCents, bookedOn, documentNumber },
      { ...common, kind: 'actual', amountCents, bookedOn, documentNumber },
    );
    spent += amountCents;
    billed += 1;
  });
  const state = spent === totalCents ? 'closed' : billed === 0 ? 'ordered' : 'partly_invoiced';
  const order: DemoOrder = {
    orderId,
    number,
    lineId,
    fiscalYear,
    supplier: random.pick(SUPPLIERS),
    subject,
    orderedOn,
    state,
    committedCents: cents(totalCents - spent),
    spentCents: cents(spent),
  };
  return { orders: [order], movements };
}

/** A share of an amount in whole percent, by largest remainder. */
function share(amountCents: Cents, percent: number): Cents {
  const [part] = splitCents(amountCents, [percent, 100 - percent]);
  return part ?? cents(0);
}

/** A day of the year; months beyond December count as its last days. */
function dayIn(year: number, month: number, day: number): string {
  const [actualMonth, actualDay] = month > 12 ? [12, Math.min(28 + (month - 12), 31)] : [month, day];
  return `${year}-${String(actualMonth).padStart(2, '0')}-${String(actualDay).padStart(2, '0')}`;
}
