import type { LineGrid } from '@etatlotse/contracts/budget';
import type { BalanceFigures, BudgetOverview, MovementsOfLine } from '@etatlotse/contracts/budget/plain';
import { formatNumber } from '../ui/amount/format';
import type { Proof, ProofMovement } from '../ui/proof/proof.types';
import { formulaRowsOf } from '../ui/formula/formula';
import { overviewLabels } from './overview.labels';

const SHOWN = 12;

/** What has arrived to prove the figure with; null while it is on its way. */
export interface ProofMaterial {
  readonly line: MovementsOfLine | null;
  readonly frame: LineGrid | null;
}

/**
 * The proof that the address asks for: a line by its movements, a frame or all frames by their lines. Undefined while the
 * material is on its way or the key means nothing.
 */
export function overviewProof(key: string, overview: BudgetOverview, material: ProofMaterial): Proof | undefined {
  if (key.startsWith('line:')) return lineProof(key.slice('line:'.length), overview, material.line);
  if (key === 'all') return sumProof(overviewLabels().proofAll, overview.known, overview, material.frame);
  const frame = overview.frames.find((candidate) => `frame:${candidate.frame}` === key);
  if (frame === undefined || frame.availableCents === null) return undefined;
  const title = overviewLabels().proofFrame(overviewLabels().frames[frame.frame]);
  return sumProof(title, { ...frame, availableCents: frame.availableCents }, overview, material.frame);
}

function lineProof(lineId: string, overview: BudgetOverview, proof: MovementsOfLine | null): Proof | undefined {
  if (proof === null || proof.lineId !== lineId) return undefined;
  const name = overview.attention.find((line) => line.lineId === lineId)?.name ?? '';
  return {
    title: name,
    cents: proof.balance.availableCents,
    formula: formulaRowsOf(proof.balance),
    movements: proof.rows.slice(0, SHOWN).map((row) => ({
      id: row.id,
      bookedOn: row.bookedOn,
      document: row.documentNumber,
      text: row.text,
      cents: row.amountCents,
      link: ['/budget/lines', lineId],
    })),
    movementCount: proof.movements,
    differenceCents: proof.differenceCents,
    rule: overviewLabels().proofRule,
  };
}

function sumProof(
  title: string,
  figures: BalanceFigures,
  overview: BudgetOverview,
  grid: LineGrid | null,
): Proof | undefined {
  if (grid === null) return undefined;
  const lines = linesOf(grid, overview.today);
  return {
    title,
    cents: figures.availableCents,
    formula: formulaRowsOf(figures),
    movementsTitle: overviewLabels().proofLines(formatNumber(lines.length)),
    movements: lines.slice(0, SHOWN),
    movementCount: lines.length,
    differenceCents: overview.reconciliation?.differenceCents ?? null,
    ...(overview.reconciliation === null ? {} : { checkedAt: overview.reconciliation.checkedAt }),
    rule: overviewLabels().proofRule,
  };
}

/** Lines as the rows of a proof: what each has left, the largest first. Lines of unknown authority prove nothing here. */
function linesOf(grid: LineGrid, day: string): ProofMovement[] {
  const { id, number, name, availableCents, isAuthorityUnknown } = grid.columns;
  return id.flatMap((lineId, at) =>
    isAuthorityUnknown[at] === true
      ? []
      : [
          {
            id: String(lineId),
            bookedOn: day,
            document: String(number[at]),
            text: String(name[at]),
            cents: Number(availableCents[at]),
            link: ['/budget/lines', String(lineId)],
          },
        ],
  );
}
