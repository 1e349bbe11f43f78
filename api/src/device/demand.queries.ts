import { Injectable } from '@nestjs/common';
import type { DemandQuery } from '@etatlotse/contracts/device';
import type {
  DemandYear,
  EquipmentItemRow,
  EquipmentSetRow,
  EquipmentView,
  KindName,
  KindsView,
  LowValueView,
  ReplacementRow,
  ReplacementView,
} from '@etatlotse/contracts/device/plain';
import { unitScope } from '@etatlotse/domain/access';
import {
  ACCOUNT_KINDS,
  type AccountKind,
  burdenOf,
  classifyDevice,
  type LowValueSetting,
} from '@etatlotse/domain/budget';
import {
  type EquipmentItem,
  equipmentBalance,
  replacementDemand,
  type ReplacementProposal,
  workplaceGrossCents,
} from '@etatlotse/domain/device';
import { fiscalYear } from '@etatlotse/domain/shared';
import { HARDWARE_FRAMES, type HardwareFrame } from '@etatlotse/domain/site';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { lowValueRules } from './low-value-rules';
import { nameOf, readKinds, readStock, type Stock, type StoredDeviceKind } from './stock';
import { equipmentSql } from './stock.sql';

/** Years that are shown beside the one asked for. */
const YEARS_BEYOND = 4;

/** What devices need: the yearly demand for replacement as proposals, kinds with their class, and workplaces. */
@Injectable()
export class DemandQueries {
  constructor(private readonly transactions: Transactions) {}

  /** The demand of five years: what to replace, what it takes gross, as expense or investment, from which frame. */
  async demand(caller: Caller, query: DemandQuery): Promise<ReplacementView> {
    const years = Array.from({ length: YEARS_BEYOND + 1 }, (_, offset) => fiscalYear(query.fiscalYear + offset));
    return this.transactions.run(caller, async (tx) => {
      const rules = await lowValueRules(tx, years);
      const { groups } = await readStock(tx, unitScope(caller.actor, 'device.read'), query);
      const kinds = new Map((await readKinds(tx)).map((kind) => [kind.id, kind]));
      const found = replacementDemand({ groups, kinds, years, ruleOf: (year) => rules.get(year) as LowValueSetting });
      const proposals = found.map((one) => toRow(one, kinds.get(one.kindId) as StoredDeviceKind));
      return { years: years.map((year) => yearOf(year, proposals)), proposals, rules: [...rules.values()] };
    });
  }

  async kinds(caller: Caller, year: number): Promise<KindsView> {
    return this.transactions.run(caller, async (tx) => {
      const rule = (await lowValueRules(tx, [year])).get(year) as LowValueView;
      const devices = countByKind(await readStock(tx, unitScope(caller.actor, 'device.read'), {}));
      const kinds = (await readKinds(tx)).map((kind) => ({
        ...kind,
        grossUnitCents: burdenOf(1, kind.netUnitCents, kind.vatBasisPoints).grossCents,
        deviceClass: classifyDevice(kind, rule),
        devices: devices.get(kind.id) ?? 0,
      }));
      return { kinds, rule };
    });
  }

  /** What workplaces are given; against the stock of the whole city only for whoever sees all of it. */
  async equipment(caller: Caller): Promise<EquipmentView> {
    const scope = unitScope(caller.actor, 'device.read');
    return this.transactions.run(caller, async (tx) => {
      const sets = await tx.query<StoredSet>(equipmentSql, [tx.tenantId]);
      const kinds = new Map((await readKinds(tx)).map((kind) => [kind.id, kind]));
      const named = (kindId: string): KindName => nameOf(kinds.get(kindId) as StoredDeviceKind);
      const stock = scope === null ? countByKind(await readStock(tx, scope, {})) : null;
      return {
        sets: sets.map((set) => ({
          ...set,
          items: set.items.map(({ kindId, quantity }): EquipmentItemRow => ({ kind: named(kindId), quantity })),
          grossCents: workplaceGrossCents(set.items, kinds) ?? 0,
        })),
        balance:
          stock === null
            ? null
            : equipmentBalance(sets, stock)
                .map(({ kindId, ...row }) => ({ kind: named(kindId), ...row }))
                .sort((one, other) => one.kind.name.localeCompare(other.kind.name, 'de')),
      };
    });
  }
}

type StoredSet = Omit<EquipmentSetRow, 'items' | 'grossCents'> & { readonly items: readonly EquipmentItem[] };

function toRow({ kindId: _, burden, ...proposal }: ReplacementProposal, kind: StoredDeviceKind): ReplacementRow {
  return { ...proposal, ...burden, kind: nameOf(kind), netUnitCents: kind.netUnitCents };
}

function yearOf(year: number, proposals: readonly ReplacementRow[]): DemandYear {
  const rows = proposals.filter(({ fiscalYear: one }) => one === year);
  const sum = (valueOf: (row: ReplacementRow) => number): number => rows.reduce((all, row) => all + valueOf(row), 0);
  const byClass = ACCOUNT_KINDS.map((as) => [as, sum((row) => (row.deviceClass.as === as ? row.grossCents : 0))]);
  const byFrame = HARDWARE_FRAMES.map((frame) => [
    frame,
    sum((row) => row.frames.find((one) => one.frame === frame)?.amountCents ?? 0),
  ]);
  return {
    fiscalYear: year,
    quantity: sum(({ quantity }) => quantity),
    lateQuantity: sum(({ lateQuantity }) => lateQuantity),
    grossCents: sum(({ grossCents }) => grossCents),
    byClass: Object.fromEntries(byClass) as Record<AccountKind, number>,
    byFrame: Object.fromEntries(byFrame) as Record<HardwareFrame, number>,
  };
}

function countByKind({ groups }: Stock): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kindId, quantity } of groups) counts.set(kindId, (counts.get(kindId) ?? 0) + quantity);
  return counts;
}
