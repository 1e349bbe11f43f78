import { type Cents, cents, scaleCents } from '@etatlotse/domain/shared';
import { insertAuthority, insertObligation } from '../authority/commitment/commitment.repository';
import type { Transaction } from '../platform/database/transactions';
import type { PlacedLine } from './demo-money';

/** Shares of a line's yearly plan in percent, for the first, second and third later year. */
type Shares = readonly number[];

const AUTHORITIES: readonly {
  readonly purpose: string;
  readonly line: string;
  readonly isOfNextPlan: boolean;
  readonly slices: Shares;
  readonly use: { readonly reference: string; readonly partner: string; readonly shares: Shares } | null;
}[] = [
  {
    purpose: 'Erneuerung der zentralen Speicher',
    line: 'Speichersysteme',
    isOfNextPlan: false,
    slices: [80, 60, 20],
    use: { reference: 'V-2101', partner: 'Systemhaus Löwenstadt GmbH', shares: [70, 40] },
  },
  {
    purpose: 'LAN-Ausbau der Schulen, zweiter Abschnitt',
    line: 'LAN-Ausbau',
    isOfNextPlan: false,
    slices: [90, 50],
    use: null,
  },
  {
    purpose: 'Erneuerung der Switches in drei Jahren',
    line: 'Datennetz Verwaltung: Erneuerung',
    isOfNextPlan: true,
    slices: [90, 60],
    use: null,
  },
];

const RUNNING: readonly {
  readonly line: string;
  readonly subject: string;
  readonly reference: string;
  readonly partner: string;
  readonly shares: Shares;
  readonly isTerminable: boolean;
}[] = [
  {
    line: 'Bürosoftware: Lizenzen',
    subject: 'Lizenzvertrag Bürosoftware, drei Jahre',
    reference: 'V-2044',
    partner: 'Lizenzhandel Nord GmbH',
    shares: [90, 90, 90],
    isTerminable: true,
  },
  {
    line: 'Rechenzentrum: Betrieb und Wartung',
    subject: 'Betrieb des Rechenzentrums',
    reference: 'V-1987',
    partner: 'Rechenzentrum Region eG',
    shares: [80, 80],
    isTerminable: true,
  },
  {
    line: 'Datennetz Verwaltung: Betrieb',
    subject: 'Datenleitungen der Verwaltung',
    reference: 'V-2070',
    partner: 'Netzbetrieb Heide GmbH',
    shares: [100],
    isTerminable: false,
  },
];

/** Contracts name round sums: whole hundreds of euros. */
const roundHundred = (amountCents: Cents): number => amountCents - (amountCents % 10_000);

/** Commitment authorities of the running plan and of the next draft, and contracts that bind later years. */
export async function seedObligations(
  tx: Transaction,
  lines: readonly PlacedLine[],
  plan: ReadonlyMap<string, Cents>,
  plans: { readonly fiscalYear: number; readonly runningId: string; readonly nextId: string },
): Promise<void> {
  const { fiscalYear } = plans;
  const find = (start: string): PlacedLine => {
    const line = lines.find(({ name }) => name.startsWith(start));
    if (line === undefined) throw new RangeError(`The sample city has no line ${start}.`);
    return line;
  };
  const amounts = (line: PlacedLine, shares: Shares, after: number): { fiscalYear: number; amountCents: number }[] =>
    shares.map((share, at) => ({
      fiscalYear: after + 1 + at,
      amountCents: roundHundred(scaleCents(plan.get(line.lineId) ?? cents(0), share, 100)),
    }));
  const signedOn = `${fiscalYear}-01-29` <= tx.today ? `${fiscalYear}-01-29` : `${fiscalYear}-01-02`;
  for (const [at, wish] of AUTHORITIES.entries()) {
    const line = find(wish.line);
    const planYear = wish.isOfNextPlan ? fiscalYear + 1 : fiscalYear;
    const authorityId = await insertAuthority(tx, {
      number: `VE-${planYear}-${String(at + 1).padStart(2, '0')}`,
      purpose: wish.purpose,
      lineId: line.lineId,
      fiscalYear: planYear,
      slices: amounts(line, wish.slices, planYear),
      planVersionId: wish.isOfNextPlan ? plans.nextId : plans.runningId,
      origin: 'demo',
    });
    if (authorityId === null) throw new Error('A new city has no commitment authority yet.');
    if (wish.use === null) continue;
    await insertObligation(tx, {
      lineId: line.lineId,
      authorityId,
      reference: wish.use.reference,
      partner: wish.use.partner,
      subject: wish.purpose,
      signedOn,
      amounts: amounts(line, wish.use.shares, planYear),
      origin: 'demo',
    });
  }
  await seedUnusedAuthority(tx, find('LAN-Ausbau').lineId, fiscalYear - 1);
  for (const contract of RUNNING) {
    const line = find(contract.line);
    await insertObligation(tx, {
      lineId: line.lineId,
      reference: contract.reference,
      partner: contract.partner,
      subject: contract.subject,
      signedOn,
      ...(contract.isTerminable ? { noticeBy: `${fiscalYear + contract.shares.length}-06-30` } : {}),
      amounts: amounts(line, contract.shares, fiscalYear),
      origin: 'demo',
    });
  }
}

/** Of the year before by a decision of its own: nobody used it, and it lapsed with that year. */
async function seedUnusedAuthority(tx: Transaction, lineId: string, planYear: number): Promise<void> {
  const authorityId = await insertAuthority(tx, {
    number: `VE-${planYear}-09`,
    purpose: 'WLAN in Sporthallen (nicht begonnen)',
    ...{ lineId, fiscalYear: planYear, slices: [{ fiscalYear: planYear + 1, amountCents: 6_500_000 }] },
    ...{ decidedOn: `${planYear}-06-24`, decisionDocument: 'DS (Demo)', origin: 'demo' as const },
  });
  if (authorityId === null) throw new Error('A new city has no commitment authority yet.');
}
