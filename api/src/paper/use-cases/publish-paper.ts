import type { PaperChanged } from '@etatlotse/contracts/council/plain';
import { type Outcome, ok, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { readReleased } from '../../snapshot';
import { paperBlocks, runsOf } from '../paper-blocks';
import { lockPaper, markPublished } from '../paper.repository';

type PublishRefusal =
  | Refusal<'NOT_FOUND'>
  | Refusal<'VERSION_STALE'>
  | Refusal<'PAPER_PUBLISHED'>
  | Refusal<'PAPER_INCOMPLETE'>
  | Refusal<'PAPER_FIGURE_MISSING', { readonly figure: string }>;

/** Sends a paper to the bodies of its way. From then on it stands; every figure of its text is in its snapshot. */
export async function publishPaper(
  tx: Transaction,
  paperId: string,
  version: number,
): Promise<Outcome<PaperChanged, PublishRefusal>> {
  const paper = await lockPaper(tx, paperId);
  if (paper === null) return refuse({ code: 'NOT_FOUND', params: {} });
  if (paper.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  if (paper.state === 'published') return refuse({ code: 'PAPER_PUBLISHED', params: {} });
  const isComplete = paper.dsNumber !== null && paper.datedOn !== null && paper.body.trim() !== '' && paper.steps > 0;
  if (!isComplete) return refuse({ code: 'PAPER_INCOMPLETE', params: {} });
  const snapshot = paper.snapshotId === null ? null : await readReleased(tx, paper.snapshotId);
  const missing = runsOf(paperBlocks(paper.body, snapshot?.content ?? null, null)).find(({ isMissing }) => isMissing);
  if (missing !== undefined) {
    return refuse({ code: 'PAPER_FIGURE_MISSING', params: { figure: missing.figure ?? '' } });
  }
  await markPublished(tx, paperId);
  await tx.audit({
    action: 'council_paper.published',
    subjectType: 'council_paper',
    subjectId: paperId,
    detail: { dsNumber: paper.dsNumber, sha256: snapshot?.sha256 ?? null },
  });
  return ok({ id: paperId, version: version + 1 });
}
