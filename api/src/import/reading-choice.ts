import { ACCOUNT_FRAME_CODES } from '@etatlotse/domain/budget';
import type { MappingSource } from '@etatlotse/contracts/import/plain';
import {
  detectTable,
  type Evidence,
  type FileMapping,
  type Question,
  type ReadingHints,
  type SavedMapping,
  type TableRow,
  type TableSample,
  withAnswerAboutRepeats,
} from '@etatlotse/domain/import';
import type { Transaction } from '../platform/database/transactions';
import { FileRefused } from './file/file-refused';
import { savedMappings } from './profile.repository';
import type { NewRun, RunOptions } from './new-run';

/** How a file is read, who said so, and why. */
export interface Reading {
  readonly mapping: FileMapping;
  readonly source: MappingSource;
  readonly profile: { readonly id: string; readonly name: string } | null;
  readonly evidence: readonly Evidence[];
  readonly questions: readonly Question[];
}

/**
 * Decides how a file is read: as a person declared it, else as it was understood with the help of the saved profiles and of
 * what the person said. Throws `FileRefused`: a profile that does not exist (PROFILE_UNKNOWN) or does not fit, or a header
 * that cannot be told apart by its words (CSV_HEADER).
 */
export async function decideReading(tx: Transaction, run: NewRun, sample: TableSample): Promise<Reading> {
  if (run.mapping !== null) {
    const said = { ...run.mapping, sheetName: sample.sheetName };
    const mapping = withAnswerAboutRepeats(said, run.options.answers);
    return { mapping, source: 'person', profile: null, evidence: [], questions: [] };
  }
  const profiles = await profilesFor(tx, run.options);
  const detection = detectTable(sample, await hintsFor(tx, run.options, profiles));
  const used = profiles.find(({ code }) => code === detection.profile) ?? null;
  if (run.options.profile !== null && used === null) throw headerRefused(sample, detection.mapping);
  refuseUnreadable(sample, detection.mapping);
  return {
    mapping: detection.mapping,
    source: used === null ? 'detected' : 'profile',
    profile: used === null ? null : { id: used.code, name: used.name },
    evidence: detection.evidence,
    questions: detection.questions,
  };
}

async function profilesFor(tx: Transaction, { profile }: RunOptions): Promise<readonly SavedMapping[]> {
  const saved = await savedMappings(tx);
  if (profile === null) return saved;
  const named = saved.filter(({ name }) => name === profile);
  if (named.length === 0) throw new FileRefused('PROFILE_UNKNOWN');
  return named;
}

async function hintsFor(
  tx: Transaction,
  options: RunOptions,
  profiles: readonly SavedMapping[],
): Promise<ReadingHints> {
  // What the city has said stands above its Land.
  const [city] = await tx.query<{ frame: string }>(
    `SELECT coalesce(settings ->> 'accountFrame', land) AS frame FROM tenant WHERE tenant_id = $1`,
    [tx.tenantId],
  );
  const accountFrame = ACCOUNT_FRAME_CODES.find((code) => code === city?.frame && code !== 'unclassified');
  const { kind, fiscalYear, bookedOn, pointGroups, answers } = options;
  return {
    today: tx.today,
    answers,
    profiles,
    ...(kind === null ? {} : { kind }),
    ...(fiscalYear === null ? {} : { fiscalYear }),
    ...(bookedOn === null ? {} : { bookedOn }),
    ...(pointGroups ? { pointGroupsThousands: true } : {}),
    ...(accountFrame === undefined ? {} : { accountFrame }),
  };
}

/**
 * What no person could answer questions about: a header of which nothing is understood, a column that is used and whose name
 * another column has, too (CSV_HEADER), and rows that all have more cells than the header (CSV_COLUMNS).
 */
function refuseUnreadable(sample: TableSample, mapping: FileMapping): void {
  if (mapping.columns.every(({ role }) => role === 'ignore') || hasTwins(mapping)) throw headerRefused(sample, mapping);
  const header = sample.head.find(({ rowNumber }) => rowNumber === mapping.headerRows.at(-1));
  if (header === undefined || sample.sheetName !== null) return;
  const rows = sample.head.filter(({ rowNumber }) => rowNumber >= mapping.firstDataRow);
  const isWider = ({ cells }: TableRow): boolean => cells.slice(header.cells.length).some((cell) => cell.trim() !== '');
  if (rows.length > 0 && rows.every(isWider)) throw new FileRefused('CSV_COLUMNS', { row: rows[0]?.rowNumber ?? 1 });
}

/** Detection tells columns of one name apart by a number behind it. */
function hasTwins({ columns }: FileMapping): boolean {
  const twins = new Set(columns.flatMap(({ header }) => /^(.+) \(\d+\)$/.exec(header)?.[1] ?? []));
  return columns.some(({ header, role }) => role !== 'ignore' && twins.has(header));
}

function headerRefused({ head }: TableSample, { columns, headerRows }: FileMapping): FileRefused {
  const headers = columns.map(({ header }) => header);
  const row = head.find(({ rowNumber }) => rowNumber === headerRows[0]) ?? head[0];
  const shown = headers.length > 0 ? headers : (row?.cells ?? []);
  return new FileRefused('CSV_HEADER', { columns: shown.slice(0, 40).join('; ').slice(0, 400) });
}
