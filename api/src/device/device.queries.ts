import { Injectable } from '@nestjs/common';
import type { BatchesQuery } from '@etatlotse/contracts/device';
import type {
  BatchDetail,
  BatchEventRow,
  BatchPage,
  BatchRow,
  LowValueView,
  StockView,
} from '@etatlotse/contracts/device/plain';
import { may, unitScope } from '@etatlotse/domain/access';
import { burdenOf, classifyDevice, type LowValueSetting } from '@etatlotse/domain/budget';
import { agePyramid, ageYears, dueYear, isDue } from '@etatlotse/domain/device';
import { cents, plainDate } from '@etatlotse/domain/shared';
import { readChanges } from '../platform/audit/record-changes';
import { type Transaction, Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { lowValueRules } from './low-value-rules';
import { nameOf, readKinds, readStock, type Stock, type StoredDeviceKind, stockParams } from './stock';
import { batchDetailSql, batchEventsSql, batchPageSql } from './stock.sql';

const PAGE_DEFAULT = 50;

type Reckoned = 'grossCents' | 'deviceClass' | 'ageYears' | 'dueYear' | 'isDue';
interface StoredRow extends Omit<BatchRow, Reckoned> {
  readonly vatBasisPoints: number;
  readonly cycleMonths: number;
  readonly isStandalone: boolean;
  readonly answer: 'expense' | 'investment' | null;
}

/** The stock of devices by batches, and one batch with its history. */
@Injectable()
export class DeviceQueries {
  constructor(private readonly transactions: Transactions) {}

  async list(caller: Caller, query: BatchesQuery): Promise<BatchPage> {
    const limit = query.limit ?? PAGE_DEFAULT;
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['day', 'id']);
    const scope = unitScope(caller.actor, 'device.read');
    return this.transactions.run(caller, async (tx) => {
      const params = stockParams(tx, scope, query);
      const rows = await tx.query<StoredRow>(batchPageSql, [
        ...params,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ]);
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      const hasMore = rows.length > limit && last !== undefined;
      const rules = await lowValueRules(tx, shown.map(purchaseYear));
      return {
        rows: shown.map((row) => toRow(row, rules, tx.today)),
        nextCursor: hasMore ? encodeCursor([last.boughtOn, last.id]) : null,
        stock: after === null ? toStock(await readStock(tx, scope, query), await readKinds(tx), tx.today) : null,
      };
    });
  }

  /** One batch; null if not visible. */
  async find(caller: Caller, batchId: string): Promise<BatchDetail | null> {
    const scope = unitScope(caller.actor, 'device.read');
    return this.transactions.run(caller, async (tx: Transaction) => {
      const [stored] = await tx.query<StoredRow & { unit_id: string | null }>(batchDetailSql, [
        tx.tenantId,
        scope,
        batchId,
      ]);
      if (stored === undefined) return null;
      const rules = await lowValueRules(tx, [purchaseYear(stored)]);
      const events = await tx.query<BatchEventRow>(batchEventsSql, [tx.tenantId, batchId]);
      const { unit_id: unitId, ...row } = stored;
      const changes = await readChanges(tx, 'device_batch', batchId);
      return {
        ...toRow(row, rules, tx.today),
        events,
        changes,
        mayWrite: may(caller.actor, 'device.write', { unitId }),
      };
    });
  }
}

const purchaseYear = ({ boughtOn }: { readonly boughtOn: string }): number => Number(boughtOn.slice(0, 4));

function toRow(stored: StoredRow, rules: ReadonlyMap<number, LowValueView>, today: string): BatchRow {
  const { vatBasisPoints, cycleMonths, isStandalone, answer, ...row } = stored;
  const bought = plainDate(row.boughtOn);
  const netUnitCents = cents(row.netUnitCents);
  return {
    ...row,
    grossCents: burdenOf(row.quantity, netUnitCents, vatBasisPoints).grossCents,
    deviceClass: classifyDevice(
      { netUnitCents, isStandalone, answer },
      rules.get(purchaseYear(row)) as LowValueSetting,
    ),
    ageYears: ageYears(bought, plainDate(today)),
    dueYear: dueYear(bought, cycleMonths),
    isDue: isDue(bought, cycleMonths, plainDate(today)),
  };
}

function toStock({ groups, batches }: Stock, kinds: readonly StoredDeviceKind[], today: string): StockView {
  const day = plainDate(today);
  const cycles = new Map(kinds.map(({ id, cycleMonths }) => [id, cycleMonths]));
  const due = groups.filter(({ kindId, boughtOn }) => isDue(boughtOn, cycles.get(kindId) ?? Infinity, day));
  const countOf = (kindId: string | null, onlyDue: boolean): number =>
    (onlyDue ? due : groups)
      .filter((group) => kindId === null || group.kindId === kindId)
      .reduce((sum, { quantity }) => sum + quantity, 0);
  const dueAges = new Map(agePyramid(due, day).map((row) => [row.ageYears, row.quantity]));
  const there = kinds
    .map((kind) => ({ ...nameOf(kind), devices: countOf(kind.id, false), dueDevices: countOf(kind.id, true) }))
    .filter(({ devices }) => devices > 0);
  return {
    batches,
    devices: countOf(null, false),
    dueDevices: countOf(null, true),
    kinds: there,
    ages: agePyramid(groups, day).map(({ ageYears: age, quantity, byKind }) => ({
      ageYears: age,
      devices: quantity,
      dueDevices: dueAges.get(age) ?? 0,
      byKind: there.map(({ id }) => byKind.get(id) ?? 0),
    })),
  };
}
