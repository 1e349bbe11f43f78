import type { CreateExtraRequest } from '@etatlotse/contracts/authority';
import type { ExtraDecider, ExtraState } from '@etatlotse/domain/authority';
import {
  addStep,
  insertExtraRequest,
  keepExtraFigures,
  storeExtraDecision,
  storeExtraState,
} from '../authority/extra/extra.repository';
import { appendMovements } from '../budget';
import type { Transaction, TransactionContext } from '../platform/database/transactions';
import { DEMO_MAIL_DOMAIN } from './demo-people';

type RunAs = <Result>(
  actor: TransactionContext['actor'],
  work: (tx: Transaction) => Promise<Result>,
) => Promise<Result>;

interface DemoExtra {
  readonly line: string;
  readonly by: 'finanzen' | 'fachbereich';
  readonly amountCents: number;
  readonly state: ExtraState;
  readonly subject: string;
  readonly substanceReason: string;
  readonly timeReason: string;
  readonly isCovered: boolean;
}

/** Four requests, one for each stop on the way. Everything is invented. */
const REQUESTS: readonly DemoExtra[] = [
  {
    line: 'Datennetz Verwaltung: Erneuerung Switches%',
    by: 'finanzen',
    amountCents: 480_000,
    state: 'granted',
    subject: 'Demo: Ersatzbeschaffung Switches nach Wasserschaden',
    substanceReason: 'Zwei Verteiler sind zerstört; ohne Netz kann das Bürgerbüro nicht arbeiten.',
    timeReason: 'Das Bürgerbüro ist seit dem Schaden vom Netz getrennt, der nächste Haushalt käme zu spät.',
    isCovered: true,
  },
  {
    line: 'DMS-Ausbau%',
    by: 'finanzen',
    amountCents: 2_100_000,
    state: 'examined',
    subject: 'Demo: Datenübernahme aus dem Altarchiv',
    substanceReason: 'Der Altvertrag ist gekündigt; die Akten müssen nach § 147 AO lesbar bleiben.',
    timeReason: 'Der Zugriff auf das Altarchiv endet mit dem Vertrag zum Jahresende.',
    isCovered: true,
  },
  {
    line: 'Fachverfahren Schulverwaltung%',
    by: 'fachbereich',
    amountCents: 380_000,
    state: 'submitted',
    subject: 'Demo: Anpassung an die neue Schulstatistik',
    substanceReason: 'Das Land verlangt die Meldung in einem neuen Format.',
    timeReason: 'Die erste Meldung ist vor dem nächsten Haushalt fällig.',
    isCovered: true,
  },
  {
    line: 'Fachverfahren Jugendhilfe: Wartung%',
    by: 'finanzen',
    amountCents: 950_000,
    state: 'draft',
    subject: 'Demo: Nachzahlung Pflegevertrag Jugendhilfe',
    substanceReason: 'Die Nachzahlung ist vertraglich geschuldet.',
    timeReason: '',
    isCovered: false,
  },
];

/** Makes the requests of the sample city in the running year, each step by the account that would take it. */
export async function insertDemoExtra(runAs: RunAs, tenantId: string, fiscalYear: number): Promise<void> {
  const people = await runAs(null, (tx) => peopleOf(tx, tenantId));
  const actorOf = (mailbox: string): TransactionContext['actor'] => people.get(mailbox) ?? null;
  for (const request of REQUESTS) {
    const asked = await runAs(actorOf(request.by), (tx) => ask(tx, fiscalYear, request));
    if (asked === null || request.state === 'draft' || request.state === 'submitted') continue;
    const { id, content } = asked;
    await runAs(actorOf('finanzen2'), async (tx) => {
      await storeExtraState(tx, id, 'examined', people.get(request.by)?.personId ?? null);
      await addStep(tx, id, { step: 'examine', takenBy: tx.personId });
    });
    if (request.state === 'granted') {
      const secondPerson = people.get('finanzen2')?.personId ?? '';
      await runAs(actorOf('gremien'), (tx) => grant(tx, id, content, secondPerson));
    }
  }
}

async function peopleOf(
  tx: Transaction,
  tenantId: string,
): Promise<ReadonlyMap<string, NonNullable<TransactionContext['actor']>>> {
  const rows = await tx.query<{ person_id: string; email: string; display_name: string }>(
    `SELECT person_id, email, display_name FROM person WHERE tenant_id = $1`,
    [tenantId],
  );
  return new Map(
    rows.map(({ person_id: personId, email, display_name: displayName }) => [
      email.replace(`@${DEMO_MAIL_DOMAIN}`, ''),
      { tenantId, personId, email, displayName, roles: [] },
    ]),
  );
}

/** A draft, and its submission where the request goes further. Null where the line or its cover is missing. */
async function ask(
  tx: Transaction,
  fiscalYear: number,
  request: DemoExtra,
): Promise<{ id: string; content: CreateExtraRequest } | null> {
  const { subject, substanceReason, timeReason, amountCents } = request;
  const [line] = await tx.query<{ line_id: string }>(lineSql, [tx.tenantId, request.line]);
  if (line === undefined) return null;
  const covers = request.isCovered ? await coverOf(tx, fiscalYear, line.line_id, amountCents) : [];
  if (covers === null) return null;
  const content: CreateExtraRequest = {
    fiscalYear,
    subject,
    substanceReason,
    timeReason,
    isContinuedInvestment: false,
    items: [{ lineId: line.line_id, amountCents }],
    covers,
  };
  const id = await insertExtraRequest(tx, fiscalYear, content);
  if (request.state !== 'draft') {
    await storeExtraState(tx, id, 'submitted', tx.personId);
    await addStep(tx, id, { step: 'submit', takenBy: tx.personId });
  }
  return { id, content };
}

async function grant(tx: Transaction, id: string, content: CreateExtraRequest, secondPerson: string): Promise<void> {
  const { fiscalYear, items, covers, subject } = content;
  const spring = `${fiscalYear}-04-14`;
  const decision = {
    isGranted: true,
    decider: 'mayor' as ExtraDecider,
    decidedOn: spring <= tx.today ? spring : tx.today,
    document: `Demo: Verfügung OB 12/${String(fiscalYear).slice(2)}`,
  };
  const common = {
    fiscalYear,
    bookedOn: decision.decidedOn,
    source: 'demo' as const,
    documentNumber: decision.document,
    reason: subject,
    decisionId: id,
  };
  await appendMovements(tx, [
    ...items.map(({ lineId, amountCents }) => ({
      ...common,
      lineId,
      kind: 'over_plan' as const,
      amountCents,
      text: 'Überplanmäßig bewilligt',
    })),
    ...covers.flatMap(({ lineId, amountCents }) =>
      lineId === null
        ? []
        : [
            {
              ...common,
              lineId,
              kind: 'lock' as const,
              amountCents,
              text: 'Deckung für überplanmäßige Mittel gesperrt',
            },
          ],
    ),
  ]);
  await keepExtraFigures(tx, id, await figuresBefore(tx, fiscalYear, items));
  await storeExtraDecision(tx, id, decision);
  await addStep(tx, id, { step: 'grant', takenBy: tx.personId, approvedBy: secondPerson, note: decision.document });
}

async function figuresBefore(tx: Transaction, fiscalYear: number, items: CreateExtraRequest['items']) {
  return tx.query<{ lineId: string; appropriationCents: number; grantedBeforeCents: number }>(
    `SELECT b.line_id AS "lineId", b.appropriation_cents AS "appropriationCents",
       b.over_plan_cents + b.outside_plan_cents - i."amountCents" AS "grantedBeforeCents"
     FROM line_balance b JOIN jsonb_to_recordset($3::jsonb) AS i("lineId" uuid, "amountCents" bigint) ON i."lineId" = b.line_id
     WHERE b.tenant_id = $1 AND b.fiscal_year = $2`,
    [tx.tenantId, fiscalYear, JSON.stringify(items)],
  );
}

/** Lines that give the amount together, those with most left first; null where it is not there. */
async function coverOf(
  tx: Transaction,
  fiscalYear: number,
  lineId: string,
  amountCents: number,
): Promise<CreateExtraRequest['covers'] | null> {
  const donors = await tx.query<{ line_id: string; left_cents: number }>(donorsSql, [tx.tenantId, fiscalYear, lineId]);
  const covers: CreateExtraRequest['covers'] = [];
  let openCents = amountCents;
  for (const donor of donors) {
    const givenCents = Math.min(openCents, donor.left_cents);
    if (givenCents > 0) covers.push({ kind: 'less_spending', lineId: donor.line_id, amountCents: givenCents });
    openCents -= givenCents;
  }
  return openCents === 0 ? covers : null;
}

const lineSql = `SELECT line_id FROM budget_line WHERE tenant_id = $1 AND name LIKE $2 ORDER BY number LIMIT 1`;

/** Four lines of the same frame outside the line's own pool; each gives at most a quarter of what its pool has left. */
const donorsSql = `
  SELECT d.line_id, least(b.available_cents, p.available_cents / 4)::bigint AS left_cents
  FROM budget_line l
  JOIN budget_line d ON d.tenant_id = l.tenant_id AND d.line_id <> l.line_id AND d.sphere IN (l.sphere, 'operating')
    AND d.frame = l.frame AND (l.pool_id IS NULL OR d.pool_id IS DISTINCT FROM l.pool_id)
  JOIN line_balance b ON b.tenant_id = d.tenant_id AND b.line_id = d.line_id AND b.fiscal_year = $2
  LEFT JOIN pool_balance p ON p.tenant_id = d.tenant_id AND p.pool_id = d.pool_id AND p.fiscal_year = $2
  WHERE l.tenant_id = $1 AND l.line_id = $3 AND least(b.available_cents, p.available_cents) > 3
  ORDER BY d.unit_id IS NOT DISTINCT FROM l.unit_id DESC, b.available_cents DESC, d.number LIMIT 4`;
