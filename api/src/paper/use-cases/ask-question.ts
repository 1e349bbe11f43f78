import type { AskQuestion } from '@etatlotse/contracts/council';
import type { PaperChanged } from '@etatlotse/contracts/council/plain';
import { bodyScope } from '@etatlotse/domain/access';
import { type Outcome, ok, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { readReleased } from '../../snapshot';
import { askableFigures } from '../asked-figures';
import { insertPaper } from '../paper.repository';

type AskRefusal = Refusal<'PAPER_SNAPSHOT'> | Refusal<'PAPER_FIGURE_MISSING', { readonly figure: string }>;

/**
 * A member's question about a figure: an Anfrage that carries the figure and its snapshot. The office gives it a number. What is
 * asked of figures that are not public is not public either.
 */
export async function askQuestion(
  tx: Transaction,
  { snapshotId, figureKey = '', text }: AskQuestion,
): Promise<Outcome<PaperChanged, AskRefusal>> {
  const bodies = tx.actor === null ? null : bodyScope(tx.actor, 'budget.read_released');
  const snapshot = await readReleased(tx, snapshotId, bodies);
  if (snapshot === null || !snapshot.isShown) return refuse({ code: 'PAPER_SNAPSHOT', params: {} });
  const figure = askableFigures(snapshot.content).find(({ key }) => key === figureKey);
  if (figure === undefined && figureKey !== '') {
    return refuse({ code: 'PAPER_FIGURE_MISSING', params: { figure: figureKey } });
  }
  const named = figure === undefined ? '' : `${figure.label}: {${figure.key}}, Stand {as_of}.\n\n`;
  const command = {
    kind: 'question' as const,
    title: figure === undefined ? 'Anfrage zum Stand der IT im Haushalt' : `Anfrage zu „${figure.label}“`,
    isPublic: snapshot.isPublic,
    refNumbers: [],
    steps: [],
    snapshotId,
  };
  const paperId = await insertPaper(tx, { command, body: `${named}${text}`, previousSnapshotId: null }, { figureKey });
  await tx.audit({ action: 'council_paper.asked', subjectType: 'council_paper', subjectId: paperId });
  return ok({ id: paperId, version: 1 });
}
