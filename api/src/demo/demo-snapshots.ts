import type { Actor } from '@etatlotse/domain/access';
import type { Outcome, Refusal } from '@etatlotse/domain/shared';
import { BoundRegisters, BoundYearsQueries, ExtraQueries, OBLIGATION_REGISTERS } from '../authority';
import { OverviewQueries } from '../budget';
import { CapacityOverviewQueries } from '../capacity';
import { CONTRACT_REGISTER } from '../contract';
import { createPaper } from '../paper/use-cases/save-paper';
import { publishPaper } from '../paper/use-cases/publish-paper';
import { type Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { ProjectQueries } from '../project';
import { RolloutQueries } from '../rollout';
import { SigningKey } from '../snapshot/signing-key';
import { SnapshotReader } from '../snapshot/snapshot-reader';
import { decideSnapshot } from '../snapshot/use-cases/decide-snapshot';
import { freezeSnapshot } from '../snapshot/use-cases/freeze-snapshot';
import { DEMO_MAIL_DOMAIN } from './demo-people';
import { seedPublicContacts } from './demo-public-contacts';

/** The committee's meeting for which the source paper was written, and the papers that it names. */
const SOURCE_MEETING = '2026-04-30';
const SOURCE_PAPER = '2026-04-27';
const SOURCE_REFERENCES = ['19-09932', '23-22640', '25-25403'];

interface PastMeeting {
  readonly id: string;
  readonly held_on: string;
}

/**
 * What the committee of the sample city was shown: the stand of the source paper's meeting and of the last one, each frozen and
 * let go by two people, and the paper for the first. Through the use cases of the program, so that it proves itself.
 */
export async function seedSnapshots(transactions: Transactions, keyFile: string): Promise<void> {
  const [city] = await transactions.beforeTenant<{ tenant_id: string }>(
    `SELECT tenant_id FROM tenant WHERE is_demo LIMIT 1`,
    [],
  );
  if (city === undefined) return;
  const [first, second] = [
    await callerOf(transactions, city.tenant_id, 'finanzen'),
    await callerOf(transactions, city.tenant_id, 'finanzen2'),
  ];
  await transactions.run(first, (tx) => seedPublicContacts(tx));
  const meetings = await transactions.run(first, (tx) =>
    tx.query<PastMeeting>(meetingsSql, [tx.tenantId, tx.today, SOURCE_MEETING]),
  );
  const shown = meetings.filter(({ held_on: day }, at) => day === SOURCE_MEETING || at === meetings.length - 1);
  const key = SigningKey.load(keyFile);
  const reader = readerOf(transactions);
  for (const meeting of shown) {
    const fiscalYear = Number(meeting.held_on.slice(0, 4));
    const figures = await reader.read(first, fiscalYear, meeting.held_on);
    const command = { fiscalYear, meetingId: meeting.id, ledgerAsOf: meeting.held_on, isPublic: true };
    const { id } = done(await transactions.run(first, (tx) => freezeSnapshot(tx, command, figures, key)));
    done(await transactions.run(second, (tx) => decideSnapshot(tx, id, 'released')));
    if (meeting.held_on === SOURCE_MEETING) await seedPaper(transactions, first, id, meeting.id);
  }
}

/** Number and words are made up; the figures of the third answer are those of the source. */
async function seedPaper(
  transactions: Transactions,
  caller: Caller,
  snapshotId: string,
  meetingId: string,
): Promise<void> {
  const { id } = done(
    await transactions.run(caller, (tx) =>
      createPaper(
        tx,
        {
          kind: 'statement',
          dsNumber: '26-28900-01',
          title: 'Stand der Digitalisierung und Planung der IT-Mittel (Demo)',
          office: 'Dezernat II, Fachbereich 10',
          isPublic: true,
          datedOn: SOURCE_PAPER,
          refNumbers: SOURCE_REFERENCES,
          steps: [{ meetingId, consultation: 'knowledge' }],
          snapshotId,
        },
        'demo',
      ),
    ),
  );
  done(await transactions.run(caller, (tx) => publishPaper(tx, id, 1)));
}

function readerOf(transactions: Transactions): SnapshotReader {
  const registers = new BoundRegisters();
  for (const register of [...OBLIGATION_REGISTERS, CONTRACT_REGISTER]) registers.register(register);
  return new SnapshotReader(
    new OverviewQueries(transactions),
    new ProjectQueries(transactions),
    new RolloutQueries(transactions),
    new CapacityOverviewQueries(transactions),
    new BoundYearsQueries(transactions, registers),
    new ExtraQueries(transactions),
  );
}

async function callerOf(transactions: Transactions, tenantId: string, mailbox: string): Promise<Caller> {
  const email = `${mailbox}@${DEMO_MAIL_DOMAIN}`;
  const [person] = await transactions.run({ tenantId, actor: null }, (tx) =>
    tx.query<{ id: string; name: string }>(
      `SELECT person_id AS id, display_name AS name FROM person WHERE tenant_id = $1 AND email = $2`,
      [tenantId, email],
    ),
  );
  if (person === undefined) throw new Error(`The sample city has no account ${email}.`);
  const held = {
    role: 'finance',
    kind: null,
    unitId: null,
    unitIds: null,
    bodyId: null,
    substituteFor: null,
    validTo: null,
  } as const;
  const actor: Actor = { tenantId, personId: person.id, displayName: person.name, email, roles: [held] };
  return { tenantId, actor, requestId: 'demo', sessionId: null, expiresAt: new Date(0) };
}

function done<Value>(outcome: Outcome<Value, Refusal<string, object>>): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(`The sample city could not be made: ${outcome.refusal.code}`);
}

const meetingsSql = `
  SELECT m.meeting_id AS id, m.held_on FROM meeting m
  JOIN council_body b ON b.tenant_id = m.tenant_id AND b.body_id = m.body_id
  JOIN fiscal_year y ON y.tenant_id = m.tenant_id AND y.fiscal_year = extract(year FROM m.held_on)
  WHERE m.tenant_id = $1 AND b.kind = 'committee' AND m.held_on BETWEEN $3::date AND $2::date
  ORDER BY m.held_on`;
