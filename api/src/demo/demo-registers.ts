import type { Transaction } from '../platform/database/transactions';
import { seedServices } from './demo-ozg';
import { DemoPlaces } from './demo-places';

/** The registers of the sample city, with everything that the source paper names. */
export async function seedRegisters(tx: Transaction, thisYear: number): Promise<void> {
  const places = await DemoPlaces.read(tx);
  await seedServices(tx, places, thisYear);
}
