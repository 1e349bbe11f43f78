import { REVIEWER_DESKS } from '@etatlotse/domain/access';
import { DESK_CHECKS, type DemandContent, type DemandState } from '@etatlotse/domain/demand';
import { addDays, plainDate, type PlainDate } from '@etatlotse/domain/shared';
import { EMPTY_DEMAND, insertDemand, insertRound, copyCeilings, roundYears, writeContent } from '../demand';
import type { Transaction } from '../platform/database/transactions';
import type { DemoDemand } from './demo-demand';
import { seedDecision } from './demo-round-decision';
import { DEMO_DEMANDS, DEMO_LAST_YEAR, DEMO_STANDARD_ITEMS } from './demo-demand-list';
import { DEMO_MAIL_DOMAIN } from './demo-people';

const CALL_LETTER = `Liebe Kolleginnen und Kollegen,

bitte melden Sie bis zur Frist, was Ihr Bereich in den Planjahren an IT braucht: Neues und was weiterläuft. Ein Konto müssen Sie nicht kennen. Was im letzten Jahr beschlossen wurde, liegt als Vorschlag bereit.

Ihre Kämmerei (Demo)`;

/** Days from today to the end of each phase. */
const PHASE_DAYS = { submit: 12, determine: 26, examine: 40, deliberate: 61, plan: 82, adopt: 103 } as const;

/** The way to each state, step by step. */
const WAY: Readonly<Record<DemandState, readonly (readonly [kind: string, to: DemandState])[]>> = (() => {
  const submitted = [['submit', 'submitted']] as const;
  const determined = [...submitted, ['determine', 'determined']] as const;
  const examined = [...determined, ['examine', 'examined']] as const;
  const deliberated = [...examined, ['deliberate', 'deliberated']] as const;
  const planned = [...deliberated, ['plan', 'planned']] as const;
  return {
    draft: [],
    submitted,
    determined,
    examined,
    deliberated,
    planned,
    adopted: [...planned, ['adopt', 'adopted']],
    deferred: [...examined, ['defer', 'deferred']],
    rejected: [...examined, ['reject', 'rejected']],
    withdrawn: [...submitted, ['withdraw', 'withdrawn']],
  };
})();

const REASONS: Readonly<Partial<Record<string, string>>> = {
  defer: 'Der Rahmen reicht in diesem Jahr nicht; der Bedarf steht in der nächsten Runde wieder da (Demo).',
  reject: 'Es gibt eine günstigere Lösung im Bestand (Demo).',
  withdraw: 'Der Bedarf ist anders gedeckt (Demo).',
};

interface People {
  readonly heads: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, string>;
  readonly byMailbox: ReadonlyMap<string, string>;
}

/** A lively round for next year, last year's closed one to copy from, and the catalogue. */
export async function seedDemands(tx: Transaction, thisYear: number): Promise<void> {
  await tx.execute(standardItemsSql, [
    tx.tenantId,
    JSON.stringify(
      DEMO_STANDARD_ITEMS.map(([kind, name, , unit, euro, rhythm]) => ({
        id: tx.nextId(),
        kind,
        name,
        unit,
        unitPriceCents: euro === null ? null : euro * 100,
        rhythm: rhythm === 'once' ? 'one_off' : 'recurring',
      })),
    ),
    tx.today,
  ]);
  const people = await readPeople(tx);
  const today = plainDate(tx.today);
  const last = await seedRound(tx, thisYear, addDays(today, -365), 'closed');
  for (const demand of DEMO_LAST_YEAR) await seedDemand(tx, { roundId: last, year: thisYear, people }, demand);
  const current = await seedRound(tx, thisYear + 1, today, 'open');
  const ids = new Map<string, string>();
  for (const demand of DEMO_DEMANDS) {
    ids.set(demand.title, await seedDemand(tx, { roundId: current, year: thisYear + 1, people }, demand));
  }
  const links = DEMO_DEMANDS.flatMap(({ title, needs, excludes }) => [
    ...(needs === undefined ? [] : [{ fromId: ids.get(title), toId: ids.get(needs), kind: 'needs' }]),
    ...(excludes === undefined ? [] : [{ fromId: ids.get(title), toId: ids.get(excludes), kind: 'excludes' }]),
  ]);
  await tx.execute(linksSql, [tx.tenantId, JSON.stringify(links)]);
  await seedDecision(tx, {
    roundId: current,
    firstYear: thisYear + 1,
    ids,
    financeId: people.byMailbox.get('finanzen') ?? null,
  });
}

async function seedRound(tx: Transaction, year: number, from: PlainDate, state: 'open' | 'closed'): Promise<string> {
  const [submit, determine, examine, deliberate, plan, adopt] = Object.values(PHASE_DAYS).map((days) =>
    addDays(from, days),
  ) as [PlainDate, PlainDate, PlainDate, PlainDate, PlainDate, PlainDate];
  const phases = { submit, determine, examine, deliberate, plan, adopt };
  const id = await insertRound(tx, { firstYear: year, lastYear: year, callLetter: CALL_LETTER, phases });
  if (id === null) throw new Error(`The sample city has a round for ${year} already.`);
  await copyCeilings(tx, id, roundYears({ firstYear: year, lastYear: year }));
  await tx.execute(
    `UPDATE planning_round SET state = $3, state_changed_at = $4, origin = 'demo' WHERE tenant_id = $1 AND round_id = $2`,
    [tx.tenantId, id, state, tx.now],
  );
  return id;
}

interface Season {
  readonly roundId: string;
  readonly year: number;
  readonly people: People;
}

async function seedDemand(tx: Transaction, { roundId, year, people }: Season, demand: DemoDemand): Promise<string> {
  const unitId = people.units.get(demand.unit) ?? '';
  const headId = people.heads.get(demand.unit) ?? '';
  const drafterId = demand.unit === 'FB 40' ? (people.byMailbox.get('koordination') ?? headId) : headId;
  const place = { roundId, unitId, ownerId: headId, createdBy: drafterId, sourceId: null };
  const id = await insertDemand(tx, { ...place, source: 'person', origin: 'demo' }, EMPTY_DEMAND);
  await writeContent(tx, id, contentOf(tx, demand, year));
  const finance = people.byMailbox.get('finanzen') ?? headId;
  const events = [{ kind: 'created', from: null, to: 'draft', reason: '', by: drafterId }] as Deed[];
  for (const [kind, to] of WAY[demand.state]) {
    const by = kind === 'submit' || kind === 'withdraw' ? headId : kind === 'examine' ? null : finance;
    events.push({ kind, from: events.at(-1)?.to ?? null, to, reason: REASONS[kind] ?? '', by });
  }
  await tx.execute(eventsSql, [
    tx.tenantId,
    id,
    JSON.stringify(events.map((event) => ({ ...event, id: tx.nextId() }))),
    tx.now,
  ]);
  await tx.execute(stateSql, [
    tx.tenantId,
    id,
    demand.state,
    demand.state === 'draft' ? null : headId,
    tx.now,
    tx.today,
  ]);
  if (events.some(({ kind }) => kind === 'determine')) await seedReviews(tx, id, demand, people);
  return id;
}

interface Deed {
  readonly kind: string;
  readonly from: DemandState | null;
  readonly to: DemandState;
  readonly reason: string;
  readonly by: string | null;
}

/** Of the demands that are examined now, each has got a little further than the last one. */
async function seedReviews(tx: Transaction, demandId: string, demand: DemoDemand, people: People): Promise<void> {
  const isOpen = demand.state === 'determined';
  const progress = demand.title.length % REVIEWER_DESKS.length;
  const today = plainDate(tx.today);
  const reviews = REVIEWER_DESKS.map((desk, at) => {
    const isSigned = !isOpen || at < progress;
    const isObjected = isOpen && desk === 'data_protection' && demand.title.startsWith('Smartphones');
    const state = isObjected ? 'objected' : isSigned ? 'signed' : 'open';
    return {
      id: tx.nextId(),
      desk,
      state,
      dueOn: addDays(today, isOpen ? (demand.title.length % 5) * 9 - 4 : 40),
      checklist: state === 'open' ? {} : Object.fromEntries(DESK_CHECKS[desk].map((point) => [point, 'yes'])),
      conditions: state === 'signed' && desk === 'it_security' ? 'Protokolle 90 Tage aufbewahren (Demo).' : '',
      objection: isObjected ? 'Private Nutzung ist noch nicht geregelt (Demo).' : '',
      by: state === 'open' ? null : (people.byMailbox.get(DESK_MAILBOX[desk]) ?? null),
    };
  });
  await tx.execute(reviewsSql, [tx.tenantId, demandId, JSON.stringify(reviews), tx.now]);
}

const DESK_MAILBOX = {
  it_organisation: 'itorganisation',
  organisation: 'organisation',
  data_protection: 'datenschutz',
  it_security: 'pruefung',
} as const;

function contentOf(tx: Transaction, demand: DemoDemand, year: number): DemandContent {
  const { run, reason, items, fte } = demand;
  const years = roundYears({ firstYear: year, lastYear: year }).filter((one) => one >= year);
  const isForeseeable = !run && demand.title.length % 7 === 0;
  return {
    ...EMPTY_DEMAND,
    title: demand.title,
    purpose: `${run ? 'Läuft weiter' : 'Neu'}: ${demand.title}. Anlass aus der Quelle vom 27.04.2026; Mengen und Preise: Demo.`,
    forWhom: demand.forWhom,
    runOrChange: run ? 'run' : 'change',
    occurrence: isForeseeable ? 'foreseeable' : 'occurred',
    probabilityPercent: isForeseeable ? 70 : null,
    earliestOn: isForeseeable ? plainDate(`${year}-04-01`) : null,
    reason,
    reasonBasis: demand.basis ?? '',
    reasonDeadline: reason === 'legal' || reason === 'end_of_support' ? plainDate(`${year}-12-31`) : null,
    serviceClass: demand.central ? 'central_infrastructure' : 'business_application',
    networkZone: demand.zone,
    frame: demand.frame,
    earliestStartYear: year,
    latestStartYear: run || reason === 'legal' ? year : year + 2,
    benefit: run ? 'Der Betrieb läuft ohne Unterbrechung (Demo).' : 'Kürzere Bearbeitung und weniger Papier (Demo).',
    items: items.map(([kind, label, quantity, unit, euro, rhythm]) => ({
      id: tx.nextId(),
      label,
      kind,
      rhythm: rhythm === 'once' ? 'one_off' : 'recurring',
      fromYear: year,
      toYear: null,
      month: rhythm === 'once' ? 7 : 1,
      quantity,
      unit,
      unitPriceCents: euro === null ? null : euro * 100,
      basis: 'net',
      vatBasisPoints: 1900,
      increaseBasisPoints: kind === 'licence' ? 300 : 0,
    })),
    fte:
      fte === undefined
        ? []
        : years.map((fiscalYear) => ({
            fiscalYear,
            introductionThousandths: fiscalYear === year ? fte[0] : 0,
            operationThousandths: fiscalYear === year && !run ? 0 : fte[1],
          })),
    papers: demand.title.startsWith('DMS') ? ['25-25403'] : [],
  };
}

async function readPeople(tx: Transaction): Promise<People> {
  const units = await tx.query<{ code: string; id: string; headId: string | null }>(headsSql, [tx.tenantId]);
  const people = await tx.query<{ email: string; id: string }>(
    `SELECT email, person_id AS id FROM person WHERE tenant_id = $1`,
    [tx.tenantId],
  );
  return {
    units: new Map(units.map(({ code, id }) => [code, id])),
    heads: new Map(units.flatMap(({ code, headId }) => (headId === null ? [] : [[code, headId] as const]))),
    byMailbox: new Map(people.map(({ email, id }) => [email.replace(`@${DEMO_MAIL_DOMAIN}`, ''), id])),
  };
}

const headsSql = `
  WITH RECURSIVE chain AS (
    SELECT u.unit_id, u.code, u.unit_id AS above, u.parent_id, 0 AS height FROM org_unit u WHERE u.tenant_id = $1
    UNION ALL
    SELECT c.unit_id, c.code, p.unit_id, p.parent_id, c.height + 1 FROM chain c
    JOIN org_unit p ON p.tenant_id = $1 AND p.unit_id = c.parent_id)
  SELECT DISTINCT ON (c.code) c.code, c.unit_id AS id, a.person_id AS "headId" FROM chain c
  LEFT JOIN role_assignment a ON a.tenant_id = $1 AND a.unit_id = c.above AND a.role = 'department_head'
  ORDER BY c.code, a.person_id IS NULL, c.height`;

const standardItemsSql = `
  INSERT INTO standard_item (tenant_id, standard_item_id, name, kind, rhythm, unit, unit_price_cents, source, as_of, origin)
  SELECT $1, id, name, kind, rhythm, unit, "unitPriceCents", 'Demo', $3, 'demo'
  FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, name text, kind text, rhythm text, unit text, "unitPriceCents" bigint)`;

const linksSql = `
  INSERT INTO demand_dependency (tenant_id, from_id, to_id, kind)
  SELECT $1, "fromId", "toId", kind FROM jsonb_to_recordset($2::jsonb) AS r("fromId" uuid, "toId" uuid, kind text)`;

const eventsSql = `
  INSERT INTO demand_event (tenant_id, event_id, demand_id, kind, from_state, to_state, reason, recorded_by, recorded_at)
  SELECT $1, id, $2, kind, "from", "to", reason, by, $4
  FROM jsonb_to_recordset($3::jsonb) AS r(id uuid, kind text, "from" text, "to" text, reason text, by uuid)`;

const stateSql = `
  UPDATE demand SET state = $3, submitted_by = $4, submitted_at = CASE WHEN $4::uuid IS NULL THEN NULL ELSE $5::timestamptz END,
    deliberated_on = CASE WHEN $3 IN ('deliberated', 'planned', 'adopted') THEN $6::date END,
    deliberation = CASE WHEN $3 IN ('deliberated', 'planned', 'adopted') THEN 'Empfohlen (Demo)' ELSE '' END, version = 2
  WHERE tenant_id = $1 AND demand_id = $2`;

const reviewsSql = `
  INSERT INTO demand_review (tenant_id, review_id, demand_id, desk, state, due_on, checklist, conditions, objection, opened_at,
    decided_by, decided_at)
  SELECT $1, id, $2, desk, state, "dueOn", checklist, conditions, objection, $4, by, CASE WHEN by IS NULL THEN NULL ELSE $4::timestamptz END
  FROM jsonb_to_recordset($3::jsonb) AS r(id uuid, desk text, state text, "dueOn" date, checklist jsonb, conditions text,
    objection text, by uuid)`;
