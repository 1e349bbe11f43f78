import type { CreateMotion } from '@etatlotse/contracts/council';
import type { Outcome, Refusal } from '@etatlotse/domain/shared';
import { createMotion } from '../motion/use-cases/save-motion';
import { createReading, releaseReading } from '../motion/use-cases/set-up-reading';
import type { Transaction, TransactionContext } from '../platform/database/transactions';

/** Years of the medium-term plan behind the plan year (R12). */
const LATER_YEARS = 3;
/** Amounts that are a share of a line are brought to whole hundreds of euro. */
const HUNDRED_EURO = 10_000;

interface DemoAmount {
  readonly line: string;
  /** Whole cents, or a share of what the draft plans on the line. */
  readonly cents?: number;
  readonly share?: number;
  /** Years after the plan year. */
  readonly later?: number;
  readonly isCover?: boolean;
}

interface DemoMotion {
  readonly face: Pick<CreateMotion, 'mover' | 'origin' | 'code' | 'title' | 'reason'> & { readonly coverNote?: string };
  readonly amounts: readonly DemoAmount[];
  readonly posts?: { readonly unit: string; readonly fteHundredths: number };
  readonly excludes?: string;
}

/** Groups, numbers and amounts are made up. One motion has no cover, two exclude each other, two cut one line too far. */
const MOTIONS: readonly DemoMotion[] = [
  {
    face: {
      ...{ mover: 'administration', origin: 'Fachbereich 10 (Demo)', code: 'A1' },
      ...{ title: 'Speicher günstiger beschafft', reason: 'Die Ausschreibung lag unter dem Ansatz.' },
    },
    amounts: [{ line: 'Speichersysteme', cents: -2_000_000 }],
  },
  {
    face: {
      ...{ mover: 'group', origin: 'Fraktion Rot (Demo)', code: 'FWE210', title: 'Mehr Schulungen zum DMS' },
      ...{ reason: 'Nur wer geschult ist, arbeitet mit der elektronischen Akte.', coverNote: 'Weniger Ausdrucke' },
    },
    amounts: [
      { line: 'E-Learning-Portal', share: 0.6, isCover: false },
      { line: 'Druck- und Kopierdienste', share: -0.6, isCover: true },
    ],
  },
  {
    face: {
      ...{ mover: 'group', origin: 'Fraktion Grün (Demo)', code: 'FWE211', title: 'Workflows schneller ausrollen' },
      reason: 'Zwei Fachbereiche mehr im nächsten Jahr.',
    },
    amounts: [
      { line: 'Workflow-Aufbau', cents: 3_000_000 },
      { line: 'Workflow-Aufbau', cents: 1_000_000, later: 1 },
    ],
  },
  {
    face: {
      ...{
        mover: 'group',
        origin: 'Fraktion Gelb (Demo)',
        code: 'FWE212',
        title: 'Workflows in einem Fachbereich mehr',
      },
      ...{ reason: 'Ein Schritt nach dem anderen.', coverNote: 'Die städtischen Gesellschaften zahlen mehr.' },
    },
    amounts: [
      { line: 'Workflow-Aufbau', cents: 1_500_000 },
      { line: 'Kostenerstattung städtischer Gesellschaften', cents: 1_500_000, isCover: true },
    ],
    excludes: 'FWE211',
  },
  {
    face: {
      ...{ mover: 'group', origin: 'Fraktion Blaugrau (Demo)', code: 'FWE213', title: 'Weniger drucken' },
      reason: 'Papier kostet Geld und Zeit.',
    },
    amounts: [{ line: 'Druck- und Kopierdienste', share: -0.6 }],
  },
  {
    face: {
      ...{ mover: 'group', origin: 'Fraktion Violett (Demo)', code: 'FWE214', title: 'Switches und eine halbe Stelle' },
      ...{ reason: 'Das Netz der Verwaltung wächst.', coverNote: 'Aus den Speichersystemen' },
    },
    amounts: [
      { line: 'Datennetz Verwaltung: Erneuerung Switches', cents: 1_200_000 },
      { line: 'Speichersysteme', cents: -1_200_000, isCover: true },
    ],
    posts: { unit: 'FB 10', fteHundredths: 50 },
  },
  {
    face: {
      ...{ mover: 'group', origin: 'Fraktion Rot (Demo)', code: 'FU14', title: 'Prüfauftrag: Freie Software im Büro' },
      reason: 'Bericht bis zur Sommerpause.',
    },
    amounts: [],
  },
];

interface PlannedLine {
  readonly line_id: string;
  readonly name: string;
  readonly amount_cents: number;
}

/** The budget of the next year is introduced and read in the committee's next meeting; nobody has voted yet. */
export async function insertDemoReading(
  runAs: RunAs,
  { tenantId, personId, nextId, fiscalYear }: DemoReading,
): Promise<void> {
  const held = { kind: null, unitId: null, unitIds: null, bodyId: null, substituteFor: null, validTo: null };
  const actor = { tenantId, personId, displayName: '', email: '', roles: [{ role: 'finance' as const, ...held }] };
  await runAs(actor, (tx) => seedReading(tx, fiscalYear + 1, nextId, personId));
}

interface DemoReading {
  readonly tenantId: string;
  readonly personId: string;
  /** The draft of the next year, which is copied. */
  readonly nextId: string;
  readonly fiscalYear: number;
}

type RunAs = (actor: TransactionContext['actor'], work: (tx: Transaction) => Promise<void>) => Promise<void>;

async function seedReading(tx: Transaction, firstYear: number, draftId: string, personId: string): Promise<void> {
  const [meeting] = await tx.query<{ meeting_id: string }>(meetingSql, [tx.tenantId, tx.today]);
  if (meeting === undefined) return;
  const planVersionId = await introduce(tx, firstYear, draftId, personId);
  const made = done(await createReading(tx, { planVersionId, meetingId: meeting.meeting_id }, 'demo'));
  const planned = await tx.query<PlannedLine>(plannedSql, [tx.tenantId, planVersionId, firstYear]);
  const ids = new Map<string, string>();
  for (const motion of MOTIONS) {
    const request = await requestOf(tx, motion, planned, firstYear, ids);
    const { id } = done(await createMotion(tx, made.id, request));
    ids.set(motion.face.code ?? '', id);
  }
  done(await releaseReading(tx, made.id, made.version + MOTIONS.length));
}

async function introduce(tx: Transaction, firstYear: number, draftId: string, personId: string): Promise<string> {
  const versionId = tx.nextId();
  await tx.query(
    `INSERT INTO plan_version (tenant_id, version_id, name, kind, first_year, last_year, state, based_on_id, created_by, created_at)
     VALUES ($1, $2, $3, 'budget', $4, $4, 'draft', $5, $6, $7)`,
    [tx.tenantId, versionId, `Haushalt ${firstYear}, eingebracht (Demo)`, firstYear, draftId, personId, tx.now],
  );
  await tx.query(
    `INSERT INTO plan_amount (tenant_id, version_id, line_id, fiscal_year, amount_cents)
     SELECT a.tenant_id, $2, a.line_id, later.year, a.amount_cents FROM plan_amount a
     CROSS JOIN generate_series($4::integer, $4::integer + $5::integer) AS later(year)
     WHERE a.tenant_id = $1 AND a.version_id = $3 AND a.fiscal_year = $4`,
    [tx.tenantId, versionId, draftId, firstYear, LATER_YEARS],
  );
  await tx.query(
    `INSERT INTO plan_version_step (tenant_id, version_id, version, step, taken_by, taken_at)
     VALUES ($1, $2, 2, 'introduce', $3, $4)`,
    [tx.tenantId, versionId, personId, tx.now],
  );
  await tx.query(`UPDATE plan_version SET state = 'introduced', version = 2 WHERE tenant_id = $1 AND version_id = $2`, [
    tx.tenantId,
    versionId,
  ]);
  return versionId;
}

async function requestOf(
  tx: Transaction,
  { face, amounts, posts, excludes }: DemoMotion,
  planned: readonly PlannedLine[],
  firstYear: number,
  ids: ReadonlyMap<string, string>,
): Promise<CreateMotion> {
  const placed = amounts.map(({ line, cents, share, later, isCover }) => {
    const found = planned.find(({ name }) => name.startsWith(line));
    if (found === undefined) throw new RangeError(`The sample city has no line ${line}.`);
    // A share is one of the printing line, so that what it gives and what others get is the same.
    const base = planned.find(({ name }) => name.startsWith('Druck- und Kopierdienste'))?.amount_cents ?? 0;
    const amountCents = cents ?? Math.round((base * (share ?? 0)) / HUNDRED_EURO) * HUNDRED_EURO;
    return { lineId: found.line_id, fiscalYear: firstYear + (later ?? 0), amountCents, isCover: isCover === true };
  });
  const [unit] =
    posts === undefined
      ? []
      : await tx.query<{ unit_id: string }>(`SELECT unit_id FROM org_unit WHERE tenant_id = $1 AND code = $2`, [
          tx.tenantId,
          posts.unit,
        ]);
  const other = excludes === undefined ? undefined : ids.get(excludes);
  return {
    ...face,
    lineIds: placed.map(({ lineId }) => lineId),
    fiscalYears: placed.map(({ fiscalYear }) => fiscalYear),
    amountCents: placed.map(({ amountCents }) => amountCents),
    isCover: placed.map(({ isCover }) => isCover),
    excludes: other === undefined ? [] : [other],
    ...(unit === undefined || posts === undefined ? {} : { unitId: unit.unit_id, fteHundredths: posts.fteHundredths }),
  };
}

function done<Value>(outcome: Outcome<Value, Refusal<string, object>>): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(`The sample city could not be made: ${outcome.refusal.code}`);
}

const meetingSql = `
  SELECT m.meeting_id FROM meeting m JOIN council_body b ON b.tenant_id = m.tenant_id AND b.body_id = m.body_id
  WHERE m.tenant_id = $1 AND b.kind = 'committee' AND b.is_for_budget AND m.held_on >= $2::date
  ORDER BY m.held_on LIMIT 1`;

const plannedSql = `
  SELECT l.line_id, l.name, a.amount_cents FROM plan_amount a
  JOIN budget_line l ON l.tenant_id = a.tenant_id AND l.line_id = a.line_id
  WHERE a.tenant_id = $1 AND a.version_id = $2 AND a.fiscal_year = $3 ORDER BY l.number`;
