import type { PlanFindingRow } from '@etatlotse/contracts/planning/plain';
import {
  ACCOUNT_FRAME_CODES,
  type AccountFrameCode,
  type IntroduceFinding,
  introduceFindings,
} from '@etatlotse/domain/budget';
import type { PlanYears } from '@etatlotse/domain/shared';
import type { CheckedLine } from './plan-amount.repository';

/**
 * Everything that keeps a version from being introduced (T2), with the lines it is about. Each line is held against the
 * account frame it was made or imported with: a city's own lines and an imported neighbour's may follow different ones.
 */
export function findingsOf(plan: PlanYears, lines: readonly CheckedLine[]): PlanFindingRow[] {
  const frames = [...new Set(lines.map((line) => line.accountFrame))];
  const findings = (frames.length === 0 ? ['unclassified'] : frames).flatMap((frame) =>
    introduceFindings({
      planYears: plan,
      accountFrame: accountFrameCode(frame),
      lines: lines.filter((line) => line.accountFrame === frame),
      statedTotals: [],
    }),
  );
  const byId = new Map(lines.map((line) => [line.lineId, line]));
  return findings.map((finding) => toRow(finding, byId));
}

function accountFrameCode(text: string): AccountFrameCode {
  return ACCOUNT_FRAME_CODES.find((code) => code === text) ?? 'unclassified';
}

function toRow(finding: IntroduceFinding, lines: ReadonlyMap<string, CheckedLine>): PlanFindingRow {
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
  };
}
