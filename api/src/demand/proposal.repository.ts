import type { FrameCode, NetworkZone, ServiceClass } from '@etatlotse/domain/budget';
import type { DemandContent, DemandItem, DemandItemKind } from '@etatlotse/domain/demand';
import type { Transaction } from '../platform/database/transactions';
import { continuedContent, movedContent } from './carry-over';
import { EMPTY_DEMAND } from './demand-content';
import { readDemandsOfRound } from './demand-read.repository';
import { insertDemand, recordDemandEvent } from './demand.repository';
import { readRound, roundYears, type StoredRound } from './round.repository';

/** Something that runs on, and the unit that answers for it. */
interface Proposal {
  readonly unitId: string;
  readonly source: 'last_round' | 'contract' | 'line';
  readonly sourceId: string;
  readonly content: DemandContent;
}

/**
 * What the new round begins with, so that nobody starts from an empty sheet: demands of the last round that run on or were
 * deferred, contracts that go on, and recurring lines of the last plan that neither stands for. Each is a draft of its unit,
 * to be kept, changed or discarded.
 */
export async function proposeDemands(tx: Transaction, round: StoredRound): Promise<number> {
  const demands = await fromLastRound(tx, round);
  const contracts = await fromContracts(tx, round);
  const lines = await fromLines(tx, round);
  const owners = await ownersOfUnits(tx);
  const proposals = [...demands, ...contracts, ...lines].filter(({ unitId }) => owners.has(unitId));
  for (const { unitId, source, sourceId, content } of proposals) {
    const ownerId = owners.get(unitId) ?? '';
    const place = { roundId: round.id, unitId, ownerId, createdBy: ownerId, source, sourceId };
    const id = await insertDemand(tx, place, content);
    await recordDemandEvent(tx, id, { kind: 'proposed', to: 'draft', detail: { source, sourceId } });
  }
  return proposals.length;
}

async function fromLastRound(tx: Transaction, round: StoredRound): Promise<Proposal[]> {
  const last = round.previousRoundId === null ? null : await readRound(tx, round.previousRoundId);
  if (last === null) return [];
  const demands = await readDemandsOfRound(tx, last.id, ['planned', 'adopted', 'deferred']);
  return demands.flatMap((demand): Proposal[] => {
    const content =
      demand.state === 'deferred'
        ? movedContent(demand, last, round, () => tx.nextId())
        : continuedContent(demand, round, () => tx.nextId());
    return content === null ? [] : [{ unitId: demand.unitId, source: 'last_round', sourceId: demand.id, content }];
  });
}

interface RunningContract {
  readonly id: string;
  readonly number: string;
  readonly vendor: string;
  readonly subject: string;
  readonly kind: 'licence' | 'maintenance' | 'service' | 'line' | 'other';
  readonly unitId: string;
  readonly networkZone: NetworkZone | null;
  readonly frame: FrameCode | null;
  readonly serviceClass: ServiceClass | null;
  readonly years: readonly { readonly fiscalYear: number; readonly costCents: number }[];
}

const KIND_OF: Readonly<Record<RunningContract['kind'], DemandItemKind>> = {
  licence: 'licence',
  maintenance: 'services',
  service: 'services',
  line: 'fees',
  other: 'services',
};

async function fromContracts(tx: Transaction, round: StoredRound): Promise<Proposal[]> {
  const rows = await tx.query<{ contract: RunningContract }>(contractsSql, [
    tx.tenantId,
    round.firstYear,
    roundYears(round).at(-1),
    round.previousRoundId,
  ]);
  return rows.map(({ contract }) => ({
    unitId: contract.unitId,
    source: 'contract',
    sourceId: contract.id,
    content: {
      ...running(round, contract),
      title: contract.subject.slice(0, 160),
      purpose: `Läuft weiter: Vertrag ${contract.number} mit ${contract.vendor}.`,
      items: yearItems(contract, round, () => tx.nextId()),
    },
  }));
}

/** One item for each stretch of years with the same cost, so that the sum of each year is that of the contract. */
function yearItems(contract: RunningContract, round: StoredRound, nextId: () => string): DemandItem[] {
  const stretches: { fromYear: number; toYear: number; costCents: number }[] = [];
  for (const { fiscalYear, costCents } of contract.years) {
    const last = stretches.at(-1);
    if (last?.costCents === costCents && last.toYear === fiscalYear - 1) last.toYear = fiscalYear;
    else stretches.push({ fromYear: fiscalYear, toYear: fiscalYear, costCents });
  }
  return stretches.map(({ fromYear, toYear, costCents }) => ({
    ...yearly(KIND_OF[contract.kind], fromYear, nextId),
    toYear: toYear === roundYears(round).at(-1) ? null : toYear,
    label: contract.subject.slice(0, 160),
    unitPriceCents: costCents,
  }));
}

interface RecurringLine {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly unitId: string;
  readonly networkZone: NetworkZone | null;
  readonly frame: FrameCode | null;
  readonly serviceClass: ServiceClass | null;
  readonly amountCents: number;
}

async function fromLines(tx: Transaction, round: StoredRound): Promise<Proposal[]> {
  const rows = await tx.query<RecurringLine>(linesSql, [tx.tenantId, round.firstYear - 1, round.previousRoundId]);
  return rows.map((line) => ({
    unitId: line.unitId,
    source: 'line',
    sourceId: line.id,
    content: {
      ...running(round, line),
      title: line.name.slice(0, 160),
      purpose: `Läuft weiter: Haushaltszeile ${line.number}, Ansatz ${round.firstYear - 1} fortgeschrieben.`,
      items: [
        {
          ...yearly('services', round.firstYear, () => tx.nextId()),
          label: line.name.slice(0, 160),
          unitPriceCents: line.amountCents,
        },
      ],
    },
  }));
}

type Placed = Pick<RunningContract, 'networkZone' | 'frame' | 'serviceClass'>;

const running = (round: StoredRound, { networkZone, frame, serviceClass }: Placed): DemandContent => ({
  ...EMPTY_DEMAND,
  runOrChange: 'run',
  occurrence: 'occurred',
  networkZone,
  frame,
  serviceClass,
  earliestStartYear: round.firstYear,
});

const yearly = (kind: DemandItemKind, fromYear: number, nextId: () => string): DemandItem => ({
  id: nextId(),
  label: '',
  kind,
  rhythm: 'recurring',
  fromYear,
  toYear: null,
  month: 1,
  quantity: 1,
  unit: 'Jahr',
  unitPriceCents: null,
  basis: 'gross',
  vatBasisPoints: 1900,
  increaseBasisPoints: 0,
});

/** Who answers for a unit: its head, else the head above it, else a coordinator of the unit. */
async function ownersOfUnits(tx: Transaction): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ unitId: string; personId: string }>(ownersSql, [tx.tenantId, tx.today]);
  return new Map(rows.map(({ unitId, personId }) => [unitId, personId]));
}

const contractsSql = `
  SELECT json_build_object('id', c.contract_id, 'number', c.number, 'vendor', c.vendor, 'subject', c.subject, 'kind', c.kind,
    'unitId', coalesce(c.unit_id, l.unit_id), 'networkZone', coalesce(c.network_zone, l.network_zone), 'frame', l.frame,
    'serviceClass', l.service_class,
    'years', json_agg(json_build_object('fiscalYear', y.fiscal_year, 'costCents', y.cost_cents) ORDER BY y.fiscal_year)) AS contract
  FROM contract c
  JOIN budget_line l ON l.tenant_id = c.tenant_id AND l.line_id = c.line_id
  JOIN contract_year y ON y.tenant_id = c.tenant_id AND y.contract_id = c.contract_id AND y.fiscal_year BETWEEN $2 AND $3
    AND y.cost_cents > 0
  WHERE c.tenant_id = $1 AND coalesce(c.unit_id, l.unit_id) IS NOT NULL
    AND NOT EXISTS (SELECT FROM demand d WHERE d.tenant_id = $1 AND d.round_id = $4 AND d.source_id = c.contract_id
      AND d.state IN ('planned', 'adopted', 'deferred'))
  GROUP BY c.contract_id, c.number, c.vendor, c.subject, c.kind, c.unit_id, c.network_zone, l.unit_id, l.network_zone,
    l.frame, l.service_class
  ORDER BY c.number`;

const linesSql = `
  SELECT l.line_id AS id, l.number, l.name, l.unit_id AS "unitId", l.network_zone AS "networkZone", l.frame,
    l.service_class AS "serviceClass", a.amount_cents AS "amountCents"
  FROM budget_line l
  JOIN plan_amount a ON a.tenant_id = l.tenant_id AND a.line_id = l.line_id AND a.fiscal_year = $2 AND a.amount_cents > 0
  JOIN plan_version v ON v.tenant_id = a.tenant_id AND v.version_id = a.version_id AND v.state = 'in_force'
    AND $2 BETWEEN v.first_year AND v.last_year
  WHERE l.tenant_id = $1 AND l.unit_id IS NOT NULL AND l.run_or_change = 'run' AND l.direction IN ('expense', 'payment')
    AND NOT EXISTS (SELECT FROM contract c WHERE c.tenant_id = $1 AND c.line_id = l.line_id)
    AND NOT EXISTS (SELECT FROM demand d WHERE d.tenant_id = $1 AND d.round_id = $3 AND d.source_id = l.line_id
      AND d.state IN ('planned', 'adopted', 'deferred'))
  ORDER BY l.number`;

const ownersSql = `
  WITH RECURSIVE chain AS (
    SELECT u.unit_id, u.unit_id AS above, u.parent_id, 0 AS height FROM org_unit u WHERE u.tenant_id = $1
    UNION ALL
    SELECT c.unit_id, p.unit_id, p.parent_id, c.height + 1 FROM chain c
    JOIN org_unit p ON p.tenant_id = $1 AND p.unit_id = c.parent_id)
  SELECT DISTINCT ON (c.unit_id) c.unit_id AS "unitId", a.person_id AS "personId" FROM chain c
  JOIN role_assignment a ON a.tenant_id = $1 AND a.unit_id = c.above AND a.role IN ('department_head', 'coordinator')
    AND a.ended_at IS NULL AND a.substitute_for IS NULL AND a.valid_from <= $2::date
    AND (a.valid_to IS NULL OR a.valid_to >= $2::date)
  JOIN person p ON p.tenant_id = $1 AND p.person_id = a.person_id AND p.status = 'active'
  ORDER BY c.unit_id, (a.role = 'coordinator'), c.height, a.person_id`;
