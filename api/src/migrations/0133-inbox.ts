import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenant-table';

/**
 * What a person is told: that something waits for them, or what became of something of theirs. A message stands in the inbox
 * and, where the city has a mail server, is sent as an e-mail; a reminder of the same thing is told once.
 */
export class Inbox1700000000133 implements MigrationInterface {
  name = 'Inbox1700000000133';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE inbox_message (
        tenant_id uuid NOT NULL,
        message_id uuid NOT NULL,
        person_id uuid NOT NULL,
        kind text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        params jsonb NOT NULL DEFAULT '{}',
        once_key text,
        created_at timestamptz NOT NULL,
        read_at timestamptz,
        mail_state text NOT NULL DEFAULT 'waiting' CHECK (mail_state IN ('waiting', 'sent', 'failed', 'none')),
        mail_attempts smallint NOT NULL DEFAULT 0,
        PRIMARY KEY (tenant_id, message_id),
        FOREIGN KEY (tenant_id, person_id) REFERENCES person
      )`);
    await runner.query(`CREATE INDEX inbox_message_person ON inbox_message (tenant_id, person_id, message_id DESC)`);
    await runner.query(
      `CREATE UNIQUE INDEX inbox_message_once ON inbox_message (tenant_id, person_id, once_key) WHERE once_key IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX inbox_message_to_mail ON inbox_message (tenant_id, message_id) WHERE mail_state = 'waiting'`,
    );
    await protectTenantTable(runner, 'inbox_message', ['SELECT', 'INSERT', 'UPDATE']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go one way; restore a backup instead.');
  }
}
