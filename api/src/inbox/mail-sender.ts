import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '../platform/config/config';
import { eachCity } from '../platform/database/each-city';
import { type Transaction, Transactions } from '../platform/database/transactions';
import { RegularWork } from '../platform/jobs/regular-work';
import { type MailFacts, mailText } from './mail-text';

const EVERY_MS = 30_000;
const AT_ONCE = 50;
const ATTEMPTS = 5;

/**
 * Sends waiting messages as e-mails where the city has a mail server. One message, one transaction that holds it: two
 * processes never send the same one at the same time, and one that could not be sent waits for the next round.
 */
@Injectable()
export class MailSender implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(MailSender.name);
  private readonly transport: Transporter | null;

  constructor(
    private readonly transactions: Transactions,
    @Inject(CONFIG) private readonly config: Config,
    private readonly regularWork: RegularWork,
  ) {
    this.transport = config.smtpUrl === null ? null : createTransport(config.smtpUrl);
  }

  onApplicationBootstrap(): void {
    if (this.transport !== null) this.regularWork.every(EVERY_MS, () => this.sendDue());
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  /** Sends what waits in every city; answers how many went out. */
  async sendDue(): Promise<number> {
    if (this.transport === null) return 0;
    let sent = 0;
    await eachCity(this.transactions, this.log, async (tenantId) => {
      await this.transactions.run({ tenantId, actor: null }, (tx) => tx.execute(tooOldSql, [tx.tenantId, tx.now]));
      for (let more = true, round = 0; more && round < AT_ONCE; round++) {
        const done = await this.transactions.run({ tenantId, actor: null }, (tx) => this.sendOne(tx));
        if (done === 'sent') sent += 1;
        more = done !== 'none';
      }
    });
    return sent;
  }

  private async sendOne(tx: Transaction): Promise<'sent' | 'none'> {
    const [row] = await tx.query<{ message: MailFacts & { id: string; email: string; attempts: number } }>(nextSql, [
      tx.tenantId,
      tx.now,
    ]);
    if (row === undefined) return 'none';
    const { id, email, attempts, ...facts } = row.message;
    const failed = await this.deliver(email, facts);
    const state = failed === null ? 'sent' : attempts + 1 >= ATTEMPTS ? 'failed' : 'waiting';
    await tx.execute(
      `UPDATE inbox_message SET mail_state = $3, mail_attempts = mail_attempts + 1 WHERE tenant_id = $1 AND message_id = $2`,
      [tx.tenantId, id, state],
    );
    // The next one is tried with the next round: a server that refuses one will refuse all.
    return failed === null ? 'sent' : 'none';
  }

  private async deliver(to: string, facts: MailFacts): Promise<string | null> {
    try {
      await this.transport?.sendMail({ from: this.config.mailFrom, to, ...mailText(facts, this.config.publicOrigin) });
      return null;
    } catch (fault) {
      const reason = fault instanceof Error ? fault.message : String(fault);
      this.log.warn(`An e-mail could not be sent: ${reason}`);
      return reason;
    }
  }
}

/** What is older than two days is news no more: a mail server that was set up today does not send last year. */
const tooOldSql = `
  UPDATE inbox_message SET mail_state = 'none'
  WHERE tenant_id = $1 AND mail_state = 'waiting' AND created_at < $2::timestamptz - interval '2 days'`;

const nextSql = `
  SELECT json_build_object('id', m.message_id, 'email', p.email, 'attempts', m.mail_attempts, 'kind', m.kind,
    'subjectId', m.subject_id, 'params', m.params, 'city', t.name) AS message
  FROM inbox_message m
  JOIN person p ON p.tenant_id = m.tenant_id AND p.person_id = m.person_id AND p.status = 'active'
  JOIN tenant t ON t.tenant_id = m.tenant_id
  WHERE m.tenant_id = $1 AND m.mail_state = 'waiting' AND m.created_at <= $2
  ORDER BY m.mail_attempts, m.message_id LIMIT 1 FOR UPDATE OF m SKIP LOCKED`;
