import { type Cents, cents, splitCents } from '@etatlotse/domain/shared';
import type { FrameCode } from '@etatlotse/domain/budget';
import type { NewMovement } from '../budget';
import type { DemoLine } from './demo-lines';

/** A line with its id. */
export type PlacedLine = DemoLine & { readonly lineId: string };

/** Yearly frames: the two amounts are the source paper's, the third is not stated there and stays unknown. */
export const DEMO_CEILINGS: Readonly<Record<FrameCode, Cents | null>> = {
  CORE: cents(350_000_000),
  SCHOOL_NET: cents(150_000_000),
  FEES: null,
};

export const SOURCE_REMARK = 'aus der Quelle: Mitteilung der Verwaltung vom 27.04.2026';

/** What a frame without a ceiling is billed in a year; invented. */
const FEES_BILLED_CENTS = cents(35_500_000);

/** The plan of a year: each frame's amount spread over its lines so that the sum is exact; fees have no appropriation. */
export function demoPlan(lines: readonly PlacedLine[]): ReadonlyMap<string, Cents> {
  const plan = new Map<string, Cents>();
  for (const frame of ['CORE', 'SCHOOL_NET'] as const) spread(DEMO_CEILINGS[frame], frame, lines, plan);
  return plan;
}

/** What the lines of the unknown frame are billed. */
export function demoBills(lines: readonly PlacedLine[]): ReadonlyMap<string, Cents> {
  const bills = new Map<string, Cents>();
  spread(FEES_BILLED_CENTS, 'FEES', lines, bills);
  return bills;
}

function spread(
  totalCents: Cents | null,
  frame: FrameCode,
  lines: readonly PlacedLine[],
  into: Map<string, Cents>,
): void {
  const members = lines.filter((line) => line.frame === frame);
  if (totalCents === null) return;
  const shares = splitCents(
    totalCents,
    members.map(({ weight }) => weight),
  );
  members.forEach(({ lineId }, at) => into.set(lineId, shares[at] ?? cents(0)));
}

/** What the running year has besides its plan: rests, a grant, a transfer, a lock of ten percent and a reservation. */
export function demoSpecials(
  lines: readonly PlacedLine[],
  plan: ReadonlyMap<string, Cents>,
  fiscalYear: number,
  transferId: string,
): NewMovement[] {
  const on = (month: string): string => `${fiscalYear}-${month}`;
  const base = { fiscalYear, source: 'demo' as const };
  const find = (name: string): PlacedLine => {
    const line = lines.find((candidate) => candidate.name.startsWith(name));
    if (line === undefined) throw new RangeError(`The sample city has no line ${name}.`);
    return line;
  };
  const dms = find('DMS-Ausbau');
  const signatures = find('Zertifikate und Signaturen');
  return [
    {
      ...base,
      lineId: dms.lineId,
      kind: 'carry_over',
      amountCents: 6_400_000,
      bookedOn: on('02-10'),
      text: 'Haushaltsrest Vorjahr DMS',
    },
    {
      ...base,
      lineId: find('Speichersysteme').lineId,
      kind: 'carry_over',
      amountCents: 5_600_000,
      bookedOn: on('02-10'),
      text: 'Haushaltsrest Vorjahr Speicher',
    },
    {
      ...base,
      lineId: dms.lineId,
      kind: 'over_plan',
      amountCents: 8_000_000,
      bookedOn: on('03-16'),
      documentNumber: 'ÜPL-007',
      text: 'überplanmäßig bewilligt',
    },
    ...demoTransfer(dms, signatures, { ...base, bookedOn: on('04-20'), transferId }),
    {
      ...base,
      lineId: dms.lineId,
      kind: 'reservation',
      amountCents: 1_850_000,
      bookedOn: on('05-11'),
      documentNumber: 'R-0091',
      text: 'Reservierung Schulungstage DMS',
    },
    ...lockOfTenPercent(lines, plan, fiscalYear),
  ];
}

/** The pair of movements of a transfer between two lines that no cover pool joins. */
function demoTransfer(
  from: PlacedLine,
  to: PlacedLine,
  common: Pick<NewMovement, 'fiscalYear' | 'source' | 'bookedOn' | 'transferId'>,
): NewMovement[] {
  const pair = { ...common, kind: 'transfer' as const, documentNumber: 'UM-031' };
  return [
    { ...pair, lineId: from.lineId, amountCents: -1_500_000, text: `Umbuchung an ${to.name}` },
    { ...pair, lineId: to.lineId, amountCents: 1_500_000, text: `Umbuchung von ${from.name}` },
  ];
}

/** Haushaltssperre of 10 % on the core frame: 350,000.00 in all, spread by largest remainder (T17a). */
export function lockOfTenPercent(
  lines: readonly PlacedLine[],
  plan: ReadonlyMap<string, Cents>,
  fiscalYear: number,
): NewMovement[] {
  const members = lines.filter(({ frame, lineId }) => frame === 'CORE' && (plan.get(lineId) ?? 0) > 0);
  const locks = splitCents(
    cents(35_000_000),
    members.map(({ lineId }) => plan.get(lineId) ?? 0),
  );
  return members.flatMap(({ lineId }, at) => {
    const amountCents = locks[at] ?? 0;
    return amountCents === 0
      ? []
      : [
          {
            lineId,
            fiscalYear,
            kind: 'lock' as const,
            amountCents,
            bookedOn: `${fiscalYear}-01-15`,
            source: 'demo' as const,
            documentNumber: 'SP-01',
            text: 'Haushaltssperre 10 %',
          },
        ];
  });
}

/** A bill from the finance system that came in beyond the authority: imported history is never refused, it is flagged. */
export function demoLateBill(
  lines: readonly PlacedLine[],
  plan: ReadonlyMap<string, Cents>,
  fiscalYear: number,
): NewMovement[] {
  const line = lines.find(({ name }) => name.startsWith('Fachverfahren Jugendhilfe: Wartung'));
  if (line === undefined) return [];
  const [amountCents] = splitCents(plan.get(line.lineId) ?? cents(0), [34, 66]);
  return [
    {
      lineId: line.lineId,
      fiscalYear,
      kind: 'actual',
      amountCents: amountCents ?? cents(0),
      bookedOn: `${fiscalYear}-02-27`,
      source: 'demo',
      documentNumber: 'RE-NACH-1',
      text: 'Nachzahlung Pflegevertrag aus dem Vorjahr',
      overAuthority: true,
    },
  ];
}

/** A large purchase late in November, so that the year's end has something to ask about (Dezemberfieber). */
export function demoNovemberBill(lines: readonly PlacedLine[], fiscalYear: number): NewMovement[] {
  const line = lines.find(({ name }) => name.startsWith('Endgeräte-Ersatz: Monitore'));
  if (line === undefined) return [];
  return [
    {
      lineId: line.lineId,
      fiscalYear,
      kind: 'actual',
      amountCents: 1_200_000,
      bookedOn: `${fiscalYear}-11-24`,
      source: 'demo',
      documentNumber: 'RE-NOV-1',
      text: 'Sammelbestellung Monitore vor Jahresende',
    },
  ];
}
