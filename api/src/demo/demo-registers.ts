import type { Transaction } from '../platform/database/transactions';
import { seedDesks } from './demo-desks';
import { seedOffers } from './demo-offers';
import { seedServices } from './demo-ozg';
import { DemoPlaces } from './demo-places';
import { seedProcesses } from './demo-processes';
import { linkServiceSystems } from './demo-service-systems';
import { seedSystems } from './demo-systems';
import { seedTrainings } from './demo-trainings';

/** The registers of the sample city, with everything that the source paper names. */
export async function seedRegisters(tx: Transaction, thisYear: number): Promise<void> {
  const places = await DemoPlaces.read(tx);
  await seedServices(tx, places, thisYear);
  await seedSystems(tx, places, thisYear);
  await linkServiceSystems(tx);
  await seedTrainings(tx, places, thisYear);
  await seedProcesses(tx, places, thisYear);
  await seedOffers(tx, places, thisYear);
  await seedDesks(tx, places, thisYear);
}
