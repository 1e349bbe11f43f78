import { afterStep, changeCents, earmarkChanges, type EarmarkStep } from '@etatlotse/domain/authority';
import { addDays, cents, fiscalYear as toFiscalYear, plainDate, splitCents } from '@etatlotse/domain/shared';
import {
  type EarmarkEvent,
  insertGrant,
  lockEarmark,
  readEarmarkLines,
  writeStep,
} from '../authority/earmark/earmark.repository';
import { appendMovements } from '../budget';
import type { Transaction } from '../platform/database/transactions';
import type { PlacedLine } from './demo-money';
import type { DemoRevenue } from './demo-revenue';

/** What happens to a grant: month and day, and what. */
type DemoStep = readonly [monthAndDay: string, step: EarmarkEvent['step'], amountCents: number];

interface DemoGrant {
  readonly giver: string;
  readonly purpose: string;
  /** How its lines begin, and how many of them it is for. */
  readonly line: string;
  readonly lines: number;
  readonly plannedCents: number;
  /** How many budget years it runs in, this one the first; each brings the same. */
  readonly years: number;
  readonly isOnRevenueLine: boolean;
  readonly lowersWithRevenue: boolean;
  /** Days from today; null: the following year's 31 March. */
  readonly proofInDays: number | null;
  readonly steps: readonly DemoStep[];
}

const GRANTS: readonly DemoGrant[] = [
  {
    giver: 'Land Niedersachsen',
    purpose: 'Ausbau der Schulnetze',
    line: 'LAN-Ausbau',
    lines: 5,
    plannedCents: 20_000_000,
    years: 1,
    isOnRevenueLine: true,
    lowersWithRevenue: false,
    proofInDays: null,
    steps: [
      ['02-04', 'verbal_promise', 24_000_000],
      ['03-18', 'binding_notice', 26_000_000],
      ['05-20', 'receipt', 13_000_000],
    ],
  },
  {
    giver: 'Bund',
    purpose: 'Anbindung an das Onlinezugangsgesetz',
    line: 'EfA-Dienste',
    lines: 1,
    plannedCents: 4_000_000,
    years: 1,
    isOnRevenueLine: false,
    lowersWithRevenue: false,
    proofInDays: 42,
    steps: [
      ['01-26', 'binding_notice', 4_000_000],
      ['02-16', 'receipt', 4_000_000],
    ],
  },
  {
    giver: 'Stiftung Digitale Bildung',
    purpose: 'Live-Schulungen für Ehrenamtliche',
    line: 'E-Learning-Portal',
    lines: 1,
    plannedCents: 0,
    years: 1,
    isOnRevenueLine: false,
    lowersWithRevenue: true,
    proofInDays: null,
    steps: [['04-14', 'verbal_promise', 1_200_000]],
  },
  {
    giver: 'Land Niedersachsen',
    purpose: 'Datensicherheit in zwei Jahren',
    line: 'Datensicherung',
    lines: 1,
    plannedCents: 4_000_000,
    years: 2,
    isOnRevenueLine: false,
    lowersWithRevenue: false,
    proofInDays: null,
    steps: [['06-08', 'binding_notice', 2_000_000]],
  },
];

/** Grants of the running year with what has happened to them by today; the rules say what that does to the authority. */
export async function seedGrants(
  tx: Transaction,
  lines: readonly PlacedLine[],
  revenue: readonly DemoRevenue[],
  fiscalYear: number,
): Promise<void> {
  for (const [at, grant] of GRANTS.entries()) {
    const members = lines.filter(({ name }) => name.startsWith(grant.line)).slice(0, grant.lines);
    if (members.length < grant.lines) throw new RangeError(`The sample city has no line ${grant.line}.`);
    const shares = splitCents(
      cents(grant.plannedCents),
      members.map(({ weight }) => weight),
    );
    const [revenueLine] = revenue;
    const plannedCents = splitCents(
      cents(grant.plannedCents),
      Array.from({ length: grant.years }, () => 1),
    );
    const years = plannedCents.map((ofYear, after) => ({
      fiscalYear: toFiscalYear(fiscalYear + after),
      plannedCents: ofYear,
    }));
    const facts = {
      number: `ZW-${fiscalYear}-${String(at + 1).padStart(2, '0')}`,
      giver: grant.giver,
      purpose: grant.purpose,
      fiscalYear,
      plannedCents: grant.plannedCents,
      lines: members.map(({ lineId }, place) => ({ lineId, plannedCents: shares[place] ?? 0 })),
      lowersWithRevenue: grant.lowersWithRevenue,
      useBy: `${fiscalYear + grant.years - 1}-12-31`,
      proofDueOn:
        grant.proofInDays === null
          ? `${fiscalYear + grant.years}-03-31`
          : addDays(plainDate(tx.today), grant.proofInDays),
      ...(grant.isOnRevenueLine && revenueLine !== undefined ? { revenueLineId: revenueLine.lineId } : {}),
      origin: 'demo' as const,
    };
    const earmarkId = await insertGrant(tx, facts, years);
    if (earmarkId === null) throw new Error('A new city has no grant yet.');
    for (const step of grant.steps) await takeStep(tx, earmarkId, step);
  }
}

async function takeStep(tx: Transaction, earmarkId: string, [monthAndDay, step, amountCents]: DemoStep): Promise<void> {
  const record = await lockEarmark(tx, earmarkId);
  if (record === null) throw new Error('The grant has just been made.');
  const happenedOn = `${record.fiscalYear}-${monthAndDay}`;
  if (happenedOn > tx.today) return;
  const after = afterStep(record.facts, toRule(step, amountCents));
  if (!after.ok) throw new Error(`The sample's grant breaks a rule: ${after.refusal.code}.`);
  const changes = earmarkChanges(after.value, await readEarmarkLines(tx, record));
  await appendMovements(
    tx,
    changes.map((change) => ({
      ...change,
      fiscalYear: record.fiscalYear,
      kind: 'earmark',
      bookedOn: happenedOn,
      source: 'demo',
      text: `${record.number} ${record.giver}`,
      decisionId: earmarkId,
    })),
  );
  await writeStep(tx, earmarkId, after.value, {
    step,
    amountCents,
    authorityCents: changeCents(changes),
    happenedOn,
    documentNumber: step === 'binding_notice' ? `Az. 4-${monthAndDay}` : '',
    note: 'Demo',
    recordedBy: null,
    approvedBy: null,
  });
}

function toRule(step: EarmarkEvent['step'], amountCents: number): EarmarkStep {
  return step === 'receipt'
    ? { kind: 'receipt', amountCents: cents(amountCents) }
    : {
        kind: 'notice',
        promise: step === 'binding_notice' ? 'binding' : 'verbal',
        amountCents: cents(amountCents),
      };
}
