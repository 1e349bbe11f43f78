import type { CreatePost } from '@etatlotse/contracts/capacity';
import type { PostStatus } from '@etatlotse/domain/capacity';
import type { RecordValue } from '@etatlotse/domain/import';
import { addDays, plainDate } from '@etatlotse/domain/shared';
import {
  changeImportedPost,
  checkImportedPost,
  enterImportedPost,
  type KnownPost,
  knownPosts,
  postDiffers,
  type PostFacts,
  removeImportedPosts,
} from '../../capacity';
import type { Transaction } from '../../platform/database/transactions';
import type { NewFinding } from '../staged-row';
import { type Names, unitNames } from './city-names';
import { foundUnit } from './record-city';
import { hasError, type JudgedRecord, type RecordImport, type Say, type StagedRecord } from './record-import';

interface PostWrite {
  readonly post: CreatePost;
  readonly known: KnownPost | null;
}

const MILLION = 1_000_000;
/** A full week by the collective agreement and by the ordinance on officials, where the file has no column for it. */
const FULL_WEEK: Readonly<Record<PostStatus, number>> = { employee: 2_340, official: 2_400 };
const OFFICIAL_GRADE = /^(?:a|b|c|r|w)\s*\d/i;
const EMPLOYEE_GRADE = /^(?:e|eg|ego|ent|s|p|tv|ü|ue)\s*\d/i;

/** Single posts. A known post keeps who holds it: a file tells the plan, the office tells who is there. */
export const POST_RECORDS: RecordImport<PostWrite> = {
  async judge(tx, staged, say) {
    const numbers = staged.map(({ record }) => record.key);
    const known = new Map((await knownPosts(tx, numbers)).map((post) => [post.facts.number, post]));
    const units = await unitNames(tx);
    return staged.map((one) => judge(one, known.get(one.record.key) ?? null, { units, today: tx.today }, say));
  },

  async bring(tx, judged, importId) {
    const written = [];
    for (const { post, known } of judged) {
      if (known === null) {
        written.push({ recordId: await enterImportedPost(tx, post, importId), before: null, version: 1 });
      } else {
        await changeImportedPost(tx, known.id, factsOf(post), importId);
        written.push({ recordId: known.id, before: known.facts, version: known.version + 1 });
      }
    }
    return written;
  },

  async countUsed(tx, importId) {
    const [found] = await tx.query<{ used: number }>(usedSql, [tx.tenantId, importId]);
    return found?.used ?? 0;
  },

  async takeBack(tx: Transaction, records, by) {
    const fresh = records.filter(({ before }) => before === null).map(({ record_id }) => record_id);
    await removeImportedPosts(tx, fresh);
    for (const { record_id, before } of records) {
      if (before !== null) await changeImportedPost(tx, record_id, before as PostFacts, by.importId);
    }
  },
};

interface City {
  readonly units: Names<string>;
  readonly today: string;
}

function judge(staged: StagedRecord, known: KnownPost | null, city: City, say: Say): JudgedRecord<PostWrite> {
  const { row, record } = staged;
  const findings: NewFinding[] = [];
  const unitId = foundUnit(staged, city.units, say, findings) ?? known?.facts.unitId ?? '';
  const status = statusOf(staged, known, say, findings);
  const size = sizeOf(staged, known, status, say, findings);
  const post = postOf(staged, known, { unitId, status, ...size }, city.today);
  const base = { row, key: record.key, isKnown: known !== null };
  const checked = hasError({ findings }) ? null : checkImportedPost(post);
  if (checked?.ok === false) {
    const { code: problem, params } = checked.refusal;
    findings.push(say(staged, 'postNumber', 'RECORD_REFUSED', { ...params, problem }));
  }
  const isWritten = checked?.ok === true && (known === null || postDiffers(known, factsOf(post)));
  return { ...base, findings, statement: isWritten ? { post, known } : null };
}

function factsOf({ occupancies: _, ...facts }: CreatePost): PostFacts {
  return facts;
}

/** What the file says, else what the grade says: A 11 is an official's, E 9a an employee's. */
function statusOf(staged: StagedRecord, known: KnownPost | null, say: Say, findings: NewFinding[]): PostStatus {
  const { postStatus, grade } = staged.record.values;
  if (postStatus === 'official' || postStatus === 'employee') return postStatus;
  if (OFFICIAL_GRADE.test(textOf(grade))) return 'official';
  if (EMPLOYEE_GRADE.test(textOf(grade))) return 'employee';
  if (known !== null) return known.facts.status;
  findings.push(say(staged, 'grade', 'RECORD_POST_STATUS'));
  return 'employee';
}

type Size = Pick<PostFacts, 'weeklyMinutes' | 'fullTimeMinutes'>;

function sizeOf(
  staged: StagedRecord,
  known: KnownPost | null,
  status: PostStatus,
  say: Say,
  findings: NewFinding[],
): Size {
  const { weeklyHours, fullTimeHours, postShare } = staged.record.values;
  const sameStatus = known?.facts.status === status ? known.facts.fullTimeMinutes : undefined;
  const fullTimeMinutes = numberOf(fullTimeHours) ?? sameStatus ?? FULL_WEEK[status];
  const share = numberOf(postShare);
  const weeklyMinutes =
    numberOf(weeklyHours) ?? (share === null ? null : Math.round((share / MILLION) * fullTimeMinutes));
  if (weeklyMinutes !== null && weeklyMinutes > 0) return { weeklyMinutes, fullTimeMinutes };
  if (known !== null && weeklyMinutes === null) return { weeklyMinutes: known.facts.weeklyMinutes, fullTimeMinutes };
  findings.push(say(staged, 'postShare', 'RECORD_POST_SIZE'));
  return { weeklyMinutes: fullTimeMinutes, fullTimeMinutes };
}

type Found = Size & Pick<PostFacts, 'unitId' | 'status'>;

/** What the file says on top of what the plan has. */
function postOf(
  { record: { key, values } }: StagedRecord,
  known: KnownPost | null,
  found: Found,
  today: string,
): CreatePost {
  const from = textOf(values.postFrom) || (known?.facts.from ?? firstDay(textOf(values.heldFrom), today));
  const until = textOf(values.postUntil) || known?.facts.until;
  const note = noteOf(values.postNote, values.postNoteFrom) ?? known?.facts.note;
  return {
    ...found,
    number: key,
    name: textOf(values.postName) || (known?.facts.name ?? ''),
    grade: textOf(values.grade) || (known?.facts.grade ?? ''),
    from,
    ...(until === undefined ? {} : { until }),
    ...(note === undefined ? {} : { note }),
    occupancies: known?.occupancies ?? heldBy(values, found, from, lastDay(until, note)),
  };
}

/** A new post without a day is in the plan from this year on, or from the day on which somebody came to it. */
function firstDay(heldFrom: string, today: string): string {
  const ofYear = `${today.slice(0, 4)}-01-01`;
  return heldFrom !== '' && heldFrom < ofYear ? heldFrom : ofYear;
}

/** Whoever holds a post that ends on a day leaves it on that day, if not before. */
function lastDay(until: string | undefined, note: PostFacts['note']): string | null {
  const beforeNote = note?.kind === 'kw' && note.from !== undefined ? addDays(plainDate(note.from), -1) : undefined;
  const days = [until, beforeNote].filter((day) => day !== undefined).sort();
  return days[0] ?? null;
}

/** Whoever holds a new post, without a name; held since the file says, else since the post is in the plan. */
function heldBy(
  values: StagedRecord['record']['values'],
  size: Size,
  from: string,
  ends: string | null,
): CreatePost['occupancies'] {
  const { heldShare, heldFrom } = values;
  const isWhole = heldShare === 'held' || (heldShare === undefined && heldFrom !== undefined);
  const share = isWhole ? null : (numberOf(heldShare) ?? 0);
  const weeklyMinutes = share === null ? size.weeklyMinutes : Math.round((share / MILLION) * size.fullTimeMinutes);
  if (weeklyMinutes === 0) return [];
  const until = textOf(values.heldUntil) || ends;
  const held = { from: textOf(heldFrom) || from, weeklyMinutes, rampUpPercents: [], absences: [] };
  return [until === null ? held : { ...held, until }];
}

function noteOf(note: RecordValue | undefined, noteFrom: RecordValue | undefined): PostFacts['note'] {
  const [kind, day] = textOf(note).split(' ');
  if (kind !== 'kw' && kind !== 'ku') return undefined;
  const from = textOf(noteFrom) || day;
  return from === undefined ? { kind } : { kind, from };
}

const textOf = (value: RecordValue | undefined): string => (typeof value === 'string' ? value : '');
const numberOf = (value: RecordValue | undefined): number | null => (typeof value === 'number' ? value : null);

/** Changed since, by the form or by another import. */
const usedSql = `
  SELECT count(*) AS used FROM import_record r
  LEFT JOIN post p ON p.tenant_id = r.tenant_id AND p.post_id = r.record_id
  WHERE r.tenant_id = $1 AND r.import_id = $2 AND p.version IS DISTINCT FROM r.version`;
