import { burdenOf } from '../budget/low-value';
import { type Cents, sumCents } from '../shared/cents';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import type { DeviceKindFacts } from './device';

/** How many devices of a kind a workplace is given. */
export interface EquipmentItem {
  readonly kindId: string;
  readonly quantity: number;
}

/** What a kind of workplace is given, and how many of these workplaces there are. */
export interface EquipmentSet {
  readonly workplaces: number;
  readonly items: readonly EquipmentItem[];
}

export type EquipmentRefusal = Refusal<'EQUIPMENT_EMPTY'> | Refusal<'EQUIPMENT_KIND_TWICE'>;

export function checkEquipment(items: readonly EquipmentItem[]): Outcome<null, EquipmentRefusal> {
  if (items.length === 0) return refuse({ code: 'EQUIPMENT_EMPTY', params: {} });
  const kinds = new Set(items.map(({ kindId }) => kindId));
  return kinds.size === items.length ? ok(null) : refuse({ code: 'EQUIPMENT_KIND_TWICE', params: {} });
}

/** What a kind of device would have to be there for all workplaces, and what is there. */
export interface EquipmentBalance {
  readonly kindId: string;
  readonly needed: number;
  readonly stock: number;
  /** Above zero: so many are missing; below: so many more are there than workplaces need. */
  readonly missing: number;
}

/** Every kind that a set names or that is in stock. */
export function equipmentBalance(
  sets: readonly EquipmentSet[],
  stock: ReadonlyMap<string, number>,
): EquipmentBalance[] {
  const needed = new Map<string, number>();
  for (const { workplaces, items } of sets) {
    for (const { kindId, quantity } of items) {
      needed.set(kindId, (needed.get(kindId) ?? 0) + workplaces * quantity);
    }
  }
  return [...new Set([...needed.keys(), ...stock.keys()])].map((kindId) => {
    const [need, there] = [needed.get(kindId) ?? 0, stock.get(kindId) ?? 0];
    return { kindId, needed: need, stock: there, missing: need - there };
  });
}

/** What one workplace costs gross; null while the price of a kind is not known. */
export function workplaceGrossCents(
  items: readonly EquipmentItem[],
  kinds: ReadonlyMap<string, Pick<DeviceKindFacts, 'netUnitCents' | 'vatBasisPoints'>>,
): Cents | null {
  const amounts = items.map(({ kindId, quantity }) => {
    const kind = kinds.get(kindId);
    return kind === undefined ? null : burdenOf(quantity, kind.netUnitCents, kind.vatBasisPoints).grossCents;
  });
  return amounts.some((amount) => amount === null) ? null : sumCents(amounts as Cents[]);
}
