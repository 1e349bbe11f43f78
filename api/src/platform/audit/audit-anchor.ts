import { createReadStream, existsSync } from 'node:fs';
import { appendFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../clock/clock';
import { CONFIG, type Config } from '../config/config';
import { Transactions } from '../database/transactions';

interface Anchor {
  readonly at: string;
  readonly heads: Readonly<Record<string, { readonly seq: number; readonly hash: string }>>;
}

/**
 * Writes the heads of a city's chains to a file outside the database. A chain alone cannot see that its newest entries
 * are gone; the file can.
 */
@Injectable()
export class AuditAnchor {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async write(tenantId: string): Promise<void> {
    const heads = await this.transactions.run({ tenantId, actor: null }, (tx) =>
      tx.query<{ lane: number; seq: number; hash: string }>(
        `SELECT lane, seq, encode(hash, 'hex') AS hash FROM audit_head WHERE tenant_id = $1 ORDER BY lane`,
        [tenantId],
      ),
    );
    const anchor: Anchor = {
      at: this.clock.now().toISOString(),
      heads: Object.fromEntries(heads.map(({ lane, seq, hash }) => [lane, { seq, hash }])),
    };
    await mkdir(this.config.anchorDir, { recursive: true });
    await appendFile(this.fileOf(tenantId), `${JSON.stringify(anchor)}\n`, { encoding: 'utf8', mode: 0o600 });
  }

  /** The newest anchor of a city, or null where none was ever written. */
  async latest(tenantId: string): Promise<Anchor | null> {
    const file = this.fileOf(tenantId);
    if (!existsSync(file)) return null;
    let last: string | null = null;
    for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
      if (line.endsWith('}')) last = line;
    }
    return last === null ? null : (JSON.parse(last) as Anchor);
  }

  private fileOf(tenantId: string): string {
    return path.join(this.config.anchorDir, `${tenantId}.jsonl`);
  }
}
