import type { Transaction } from '../platform/database/transactions';
import { seedDevices } from './demo-devices';
import { seedRegisters } from './demo-registers';
import type { DemoPlaces } from './demo-sites';

/** What the city's IT has and offers. */
export async function seedInventory(tx: Transaction, places: DemoPlaces, thisYear: number): Promise<void> {
  await seedDevices(tx, places);
  await seedRegisters(tx, thisYear);
}
