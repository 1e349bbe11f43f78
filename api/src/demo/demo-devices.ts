import { addDays, addMonths, plainDate, type PlainDate } from '@etatlotse/domain/shared';
import { insertBatch, insertBatchEvent, insertDeviceKind, insertEquipmentSet, readKindIds } from '../device';
import type { Transaction } from '../platform/database/transactions';
import { DEMO_KINDS, DEMO_SETS, DEMO_SHARED, DEMO_STOCK } from './demo-device-catalogue';
import { type DemoPlaces, idOf } from './demo-sites';

const VAT_BASIS_POINTS = 1900;
const SOURCE = 'Demo';
/** A device was cheaper by so many percent for each year that has passed. */
const CHEAPER_A_YEAR = 2;
const DAY_OF_DELIVERY = 14;

/** Kinds, batches of believable ages, what has gone of them, and the equipment of workplaces. */
export async function seedDevices(tx: Transaction, places: DemoPlaces): Promise<void> {
  for (const { answerReason = '', ...kind } of DEMO_KINDS) {
    await insertDeviceKind(tx, { ...kind, answerReason, vatBasisPoints: VAT_BASIS_POINTS, source: SOURCE }, 'demo');
  }
  const kinds = await readKindIds(tx);
  for (const { site, unit, zone, batches } of DEMO_STOCK) {
    const frame = zone === 'education' ? 'SCHOOL_NET' : 'CORE';
    const use = { siteId: idOf(places.sites, site), networkZone: zone, frame, splitKeyId: null, decision: null };
    for (const batch of batches) await add(tx, kinds, idOf(places.units, unit), batch, use);
  }
  const shared = {
    siteId: idOf(places.sites, DEMO_SHARED.site),
    networkZone: null,
    frame: null,
    splitKeyId: places.keyId,
    decision: null,
  };
  await add(tx, kinds, idOf(places.units, DEMO_SHARED.unit), DEMO_SHARED.batch, shared);
  for (const { name, workplaces, items } of DEMO_SETS) {
    const given = items.map(([code, quantity]) => ({ kindId: idOf(kinds, code), quantity }));
    await insertEquipmentSet(tx, { name, workplaces, items: given }, 'demo');
  }
}

async function add(
  tx: Transaction,
  kinds: ReadonlyMap<string, string>,
  unitId: string,
  [code, quantity, monthsAgo, gone]: (typeof DEMO_SHARED)['batch'],
  use: Parameters<typeof insertBatch>[2],
): Promise<void> {
  const boughtOn = boughtMonthsAgo(plainDate(tx.today), monthsAgo);
  const batch = { kindId: idOf(kinds, code), quantity, boughtOn, netUnitCents: priceThen(code, monthsAgo), unitId };
  const id = await insertBatch(tx, { ...batch, note: 'Demo' }, use, { origin: 'demo', left: quantity - gone });
  if (gone === 0) return;
  await insertBatchEvent(tx, id, {
    kind: 'disposed',
    happenedOn: addMonths(boughtOn, Math.floor(monthsAgo / 2)),
    quantity: gone,
    disposalReason: gone > quantity / 20 ? 'worn_out' : 'defective',
    remark: 'Demo',
  });
}

function boughtMonthsAgo(today: PlainDate, months: number): PlainDate {
  return addDays(addMonths(plainDate(`${today.slice(0, 7)}-01`), -months), DAY_OF_DELIVERY);
}

/** In whole euros. */
function priceThen(code: string, monthsAgo: number): number {
  const now = DEMO_KINDS.find((kind) => kind.code === code)?.netUnitCents ?? 0;
  const percent = 100 - CHEAPER_A_YEAR * Math.floor(monthsAgo / 12);
  return Math.round((now * percent) / 10_000) * 100;
}
