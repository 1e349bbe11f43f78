import type { DemandFte, PricedItem } from '@etatlotse/domain/demand';
import type { Transaction } from '../platform/database/transactions';

/** Columns of the same length: the first says to which demand of the round a row belongs, by its number. */
type Columns<Row> = { readonly numbers: readonly number[] | null } & {
  readonly [Key in keyof Row]: readonly Row[Key][] | null;
};

/**
 * What decides about the costs of each demand of a round, by number. The database hands out whole columns: grouped by demand, 5,000
 * of them took it twice the work, and the program as many texts to read.
 */
export async function readPricedItems(tx: Transaction, roundId: string): Promise<ReadonlyMap<number, PricedItem[]>> {
  const [columns] = await tx.query<Columns<PricedItem>>(itemsSql, [tx.tenantId, roundId]);
  return byNumber(columns?.numbers ?? [], (at): PricedItem => ({
    rhythm: cell(columns?.rhythm, at),
    fromYear: cell(columns?.fromYear, at),
    toYear: cell(columns?.toYear, at),
    quantity: cell(columns?.quantity, at),
    unitPriceCents: cell(columns?.unitPriceCents, at),
    basis: cell(columns?.basis, at),
    vatBasisPoints: cell(columns?.vatBasisPoints, at),
    increaseBasisPoints: cell(columns?.increaseBasisPoints, at),
  }));
}

/** Staff of each demand of a round, by number. */
export async function readFte(tx: Transaction, roundId: string): Promise<ReadonlyMap<number, DemandFte[]>> {
  const [columns] = await tx.query<Columns<DemandFte>>(fteSql, [tx.tenantId, roundId]);
  return byNumber(columns?.numbers ?? [], (at): DemandFte => ({
    fiscalYear: cell(columns?.fiscalYear, at),
    introductionThousandths: cell(columns?.introductionThousandths, at),
    operationThousandths: cell(columns?.operationThousandths, at),
  }));
}

function byNumber<Row>(numbers: readonly number[], rowAt: (at: number) => Row): ReadonlyMap<number, Row[]> {
  const rows = new Map<number, Row[]>();
  numbers.forEach((number, at) => {
    const own = rows.get(number);
    if (own === undefined) rows.set(number, [rowAt(at)]);
    else own.push(rowAt(at));
  });
  return rows;
}

const cell = <Value>(column: readonly Value[] | null | undefined, at: number): Value => column?.[at] as Value;

const column = (expression: string, name: string): string => `to_json(array_agg(${expression})) AS "${name}"`;

const itemsSql = `
  SELECT ${column('o.number', 'numbers')}, ${column('i.rhythm', 'rhythm')}, ${column('i.from_year', 'fromYear')},
    ${column('i.to_year', 'toYear')}, ${column('i.quantity', 'quantity')}, ${column('i.unit_price_cents', 'unitPriceCents')},
    ${column('i.basis', 'basis')}, ${column('i.vat_basis_points', 'vatBasisPoints')},
    ${column('i.increase_basis_points', 'increaseBasisPoints')}
  FROM demand o JOIN demand_item i ON i.tenant_id = o.tenant_id AND i.demand_id = o.demand_id
  WHERE o.tenant_id = $1 AND o.round_id = $2`;

const fteSql = `
  SELECT ${column('o.number', 'numbers')}, ${column('f.fiscal_year', 'fiscalYear')},
    ${column('f.introduction_thousandths', 'introductionThousandths')}, ${column('f.operation_thousandths', 'operationThousandths')}
  FROM demand o JOIN demand_fte f ON f.tenant_id = o.tenant_id AND f.demand_id = o.demand_id
  WHERE o.tenant_id = $1 AND o.round_id = $2`;
