import type { PlanFindingRow } from '@etatlotse/contracts/planning/plain';
import { type BoundFinding, boundFindings } from '@etatlotse/domain/authority';
import {
  ACCOUNT_FRAME_CODES,
  type AccountFrameCode,
  type IntroduceFinding,
  introduceFindings,
} from '@etatlotse/domain/budget';
import type { PlanYears } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { type CheckedLine, readLines } from './plan-amount.repository';
import { type BoundPlace, readBoundPlaces } from './plan-bound.repository';

/** Everything that keeps a version from being introduced, read from the database. */
export async function readFindings(tx: Transaction, versionId: string, plan: PlanYears): Promise<PlanFindingRow[]> {
  const lines = await readLines(tx, versionId);
  const bound = lines.length === 0 ? [] : await readBoundPlaces(tx, versionId, plan);
  return findingsOf(plan, lines, bound);
}

/**
 * Everything that keeps a version from being introduced (T2), with the lines it is about. Each line is held against the
 * account frame it was made or imported with: a city's own lines and an imported neighbour's may follow different ones.
 * What contracts already owe in a plan year must stand in it (T11b).
 */
function findingsOf(plan: PlanYears, lines: readonly CheckedLine[], bound: readonly BoundPlace[]): PlanFindingRow[] {
  const frames = [...new Set(lines.map((line) => line.accountFrame))];
  const findings = (frames.length === 0 ? ['unclassified'] : frames).flatMap((frame) =>
    introduceFindings({
      planYears: plan,
      accountFrame: accountFrameCode(frame),
      lines: lines.filter((line) => line.accountFrame === frame),
      statedTotals: [],
    }),
  );
  const byId = new Map<string, NamedPlace>([...bound, ...lines].map((line) => [line.lineId, line]));
  return [...findings, ...boundFindings(bound)].map((finding) => toRow(finding, byId));
}

interface NamedPlace {
  readonly number: string;
  readonly name: string;
}

function accountFrameCode(text: string): AccountFrameCode {
  return ACCOUNT_FRAME_CODES.find((code) => code === text) ?? 'unclassified';
}

function toRow(finding: IntroduceFinding | BoundFinding, lines: ReadonlyMap<string, NamedPlace>): PlanFindingRow {
  const lineId = 'lineId' in finding ? finding.lineId : null;
  const line = lineId === null ? undefined : lines.get(lineId);
  return {
    code: finding.code,
    lineId,
    lineNumber: line?.number ?? null,
    lineName: line?.name ?? null,
    missing: 'missing' in finding ? finding.missing : [],
    account: 'account' in finding ? finding.account : null,
    fiscalYear: 'fiscalYear' in finding ? finding.fiscalYear : null,
    boundCents: 'boundCents' in finding ? finding.boundCents : null,
    plannedCents: 'plannedCents' in finding ? finding.plannedCents : null,
  };
}
