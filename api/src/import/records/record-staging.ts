import type { ImportKind } from '@etatlotse/contracts/import/plain';
import { type FileMapping, isRecordKind, type Question, type RecordKind } from '@etatlotse/domain/import';
import type { Transaction } from '../../platform/database/transactions';
import type { RunOptions } from '../new-run';
import type { NewFinding } from '../staged-row';
import { unitQuestions } from '../unit-check.repository';
import { CONTRACT_RECORDS } from './contract-records';
import { DEVICE_RECORDS } from './device-records';
import { POST_RECORDS } from './post-records';
import { PROJECT_RECORDS } from './project-records';
import {
  hasError,
  type JudgedRecord,
  type RecordImport,
  type Say,
  type StagedRecord,
  type TakenBack,
} from './record-import';
import { SITE_RECORDS } from './site-records';
import { STAFFING_PLAN_RECORDS } from './staffing-plan-records';
import { MONTH_GAP, VOLUME_RECORDS } from './volume-records';

/** Every register with how it takes records. What a statement holds is the register's own business. */
const REGISTERS: Readonly<Record<RecordKind, RecordImport<unknown>>> = {
  contracts: CONTRACT_RECORDS,
  projects: PROJECT_RECORDS,
  posts: POST_RECORDS,
  staffing_plan: STAFFING_PLAN_RECORDS,
  devices: DEVICE_RECORDS,
  sites: SITE_RECORDS,
  volumes: VOLUME_RECORDS,
};

const RECORD_KNOWN = 'RECORD_KNOWN';
const MONTH_GAPS = 'MONTH_GAPS';
/** Questions about what becomes of records, which change nothing about how the file is read. */
export const RECORD_QUESTIONS: readonly string[] = [RECORD_KNOWN, MONTH_GAPS];

/** What checking the records of a file came to, beside the findings that it wrote. */
export interface RecordsChecked {
  readonly findings: readonly NewFinding[];
  /** What is to happen with records that exist and that the file would change, and with months that it leaves out. */
  readonly questions: readonly Question[];
}

/**
 * Holds the staged records against the city. Those that are wrong are taken out of the staging; whether that keeps the file
 * from being committed, the severity of the findings says. Lines of the budget are held against what is planned on them.
 */
export async function checkRecords(
  tx: Transaction,
  importId: string,
  mapping: FileMapping,
  options: RunOptions,
): Promise<RecordsChecked> {
  if (!isRecordKind(mapping.kind)) {
    return { findings: [], questions: await unitQuestions(tx, importId, mapping, options) };
  }
  const judged = await judgeAll(tx, importId, mapping.kind, mapping);
  const wrong = judged.filter(hasError);
  await tx.execute(
    `DELETE FROM import_row WHERE tenant_id = $1 AND import_id = $2 AND row_number = ANY ($3::integer[])`,
    [tx.tenantId, importId, wrong.map(({ row }) => row)],
  );
  const changed = judged.filter(({ isKnown, statement }) => isKnown && statement !== null);
  const isAnswered = options.answers[RECORD_KNOWN] === 'keep' || options.answers[RECORD_KNOWN] === 'update';
  const gaps = judged.filter((one) => one.statement !== null && !hasError(one) && hasGap(one));
  return {
    findings: judged.flatMap(({ findings }) => findings),
    questions: [
      ...(changed.length === 0 || isAnswered ? [] : [knownQuestion(changed)]),
      ...(gaps.length === 0 || options.answers[MONTH_GAPS] === 'unknown' ? [] : [gapQuestion(gaps)]),
    ],
  };
}

const hasGap = ({ findings }: JudgedRecord<unknown>): boolean => findings.some(({ code }) => code === MONTH_GAP);

function gapQuestion([first]: readonly JudgedRecord<unknown>[]): Question {
  const params = { example: first?.key ?? '', row: first?.row ?? 0 };
  return { id: MONTH_GAPS, code: MONTH_GAPS, column: null, params, options: ['unknown'] };
}

function knownQuestion(changed: readonly JudgedRecord<unknown>[]): Question {
  const params = { count: changed.length, example: changed[0]?.key ?? '' };
  return { id: RECORD_KNOWN, code: RECORD_KNOWN, column: null, params, options: ['keep', 'update'] };
}

/** What a commit would write: new records, and known ones where the person wants them changed. */
export async function recordEffects(
  tx: Transaction,
  importId: string,
  kind: ImportKind,
  options: RunOptions,
): Promise<{ readonly recordsCreated: number; readonly recordsUpdated: number } | null> {
  if (!isRecordKind(kind)) return null;
  const writes = await writesOf(tx, importId, kind, options);
  const recordsUpdated = writes.filter(({ isKnown }) => isKnown).length;
  return { recordsCreated: writes.length - recordsUpdated, recordsUpdated };
}

/** Writes the records of an import and keeps what stood before, for its undo. */
export async function bringRecords(
  tx: Transaction,
  importId: string,
  kind: ImportKind,
  options: RunOptions,
): Promise<void> {
  if (!isRecordKind(kind)) return;
  const writes = await writesOf(tx, importId, kind, options);
  const written = await REGISTERS[kind].bring(
    tx,
    writes.map(({ statement }) => statement),
    importId,
  );
  await tx.execute(
    `INSERT INTO import_record (tenant_id, import_id, record_id, before, version)
     SELECT $1, $2, w."recordId", w.before, w.version
     FROM jsonb_to_recordset($3::jsonb) AS w("recordId" uuid, before jsonb, version integer)`,
    [tx.tenantId, importId, JSON.stringify(written)],
  );
}

/** Whether records of an import have been worked on since, so that it cannot be taken back as a whole. */
export async function areRecordsUsed(tx: Transaction, importId: string, kind: ImportKind | null): Promise<boolean> {
  return kind !== null && isRecordKind(kind) && (await REGISTERS[kind].countUsed(tx, importId)) > 0;
}

/** Whether an import brought records that are not this person's to take back. */
export async function areRecordsForeign(tx: Transaction, importId: string, kind: ImportKind | null): Promise<boolean> {
  return kind !== null && isRecordKind(kind) && (await REGISTERS[kind].isForeign?.(tx, importId)) === true;
}

/** Takes new records out of their register again, and gives changed ones back what stood before. */
export async function takeRecordsBack(
  tx: Transaction,
  importId: string,
  kind: ImportKind | null,
  reason: string,
): Promise<number> {
  if (kind === null || !isRecordKind(kind)) return 0;
  const records = await tx.query<TakenBack>(
    `SELECT record_id, before FROM import_record WHERE tenant_id = $1 AND import_id = $2 ORDER BY record_id`,
    [tx.tenantId, importId],
  );
  await REGISTERS[kind].takeBack(tx, records, { importId, reason: reason || 'Import zurückgenommen' });
  return records.length;
}

async function writesOf(
  tx: Transaction,
  importId: string,
  kind: RecordKind,
  options: RunOptions,
): Promise<JudgedRecord<unknown>[]> {
  const judged = await judgeAll(tx, importId, kind, null);
  const updates = options.answers[RECORD_KNOWN] === 'update';
  return judged.filter((one) => one.statement !== null && !hasError(one) && (updates || !one.isKnown));
}

async function judgeAll(
  tx: Transaction,
  importId: string,
  kind: RecordKind,
  mapping: FileMapping | null,
): Promise<readonly JudgedRecord<unknown>[]> {
  const staged = await tx.query<StagedRecord>(
    `SELECT row_number AS row, facts -> 'record' AS record FROM import_row
     WHERE tenant_id = $1 AND import_id = $2 AND facts ? 'record' ORDER BY row_number`,
    [tx.tenantId, importId],
  );
  const headers = new Map(
    (mapping?.columns ?? []).flatMap((one) => (one.role === 'field' ? [[one.field, one.header]] : [])),
  );
  const say: Say = ({ row, record }, field, code, params = {}, severity = 'error') => {
    const value = record.values[field];
    const shown = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
    return { row, column: headers.get(field) ?? '', code, severity, value: shown, params };
  };
  return REGISTERS[kind].judge(tx, staged, say);
}
