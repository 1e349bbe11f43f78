import { Controller, Get } from '@nestjs/common';
import { migrations } from '../../migrations';
import { Transactions } from '../database/transactions';
import { Public } from '../http/permit.decorator';
import { ProblemException } from '../problem/problem-exception';

/** For the proxy and for whoever watches: is the process up, and can it work? */
@Controller('api/v1/health')
export class HealthController {
  private isStopping = false;

  constructor(private readonly transactions: Transactions) {}

  /** From now on not ready: the proxy sends nobody new while running requests end. */
  beforeApplicationShutdown(): void {
    this.isStopping = true;
  }

  @Get('live')
  @Public()
  live(): { status: 'up' } {
    return { status: 'up' };
  }

  /** Ready when the database answers and its schema is exactly the one this program was built with. */
  @Get('ready')
  @Public()
  async ready(): Promise<{ status: 'ready' }> {
    if (this.isStopping) throw new ProblemException('SERVICE_BUSY');
    const rows = await this.transactions.beforeTenant<{ name: string }>(`SELECT name FROM migration`, []);
    const known = new Set(migrations.map((migration) => migration.name));
    if (rows.length !== known.size || rows.some(({ name }) => !known.has(name))) {
      throw new ProblemException('SERVICE_BUSY');
    }
    return { status: 'ready' };
  }
}
