import { DataSource } from 'typeorm';
import { systemClock } from '../platform/clock/clock';
import { RandomIds } from '../platform/clock/ids';
import { signingKeyFile } from '../platform/config/config';
import { ownerDataSourceOptions } from '../platform/database/data-source';
import { Transactions } from '../platform/database/transactions';
import { seedSnapshots } from './demo-snapshots';
import { seedDemoCity } from './seed-demo-city';

/** Seeds the sample city where the launcher asks for it. The password comes from the launcher; without one nothing is made. */
export async function runSeed(
  env: NodeJS.ProcessEnv,
  report: (event: Readonly<Record<string, unknown>>) => void,
): Promise<void> {
  const url = env['DATABASE_URL'];
  const password = env['ETATLOTSE_DEMO_PASSWORD'];
  if (env['NODE_ENV'] === 'production') throw new Error('Im Betrieb (NODE_ENV=production) gibt es keine Demo-Stadt.');
  if (url === undefined || password === undefined) throw new Error('Für die Demo-Stadt fehlt ETATLOTSE_DEMO_PASSWORD.');
  const dataSource = await new DataSource(ownerDataSourceOptions(url)).initialize();
  try {
    const transactions = new Transactions(dataSource, systemClock, new RandomIds(systemClock));
    const city = await seedDemoCity(transactions, systemClock, new RandomIds(systemClock), password);
    if (city.isNew) await seedSnapshots(transactions, signingKeyFile(env));
    // Fresh rows have no statistics yet, and the first pages would be planned blindly.
    if (city.isNew) await dataSource.query(`ANALYZE`);
    report({ event: 'demo', ...city });
  } finally {
    await dataSource.destroy();
  }
}
