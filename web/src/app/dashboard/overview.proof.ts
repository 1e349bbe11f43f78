import type { LineGrid } from '@etatlotse/contracts/budget';
import type { BalanceFigures, BudgetOverview, FrameOverview, MovementsOfLine } from '@etatlotse/contracts/budget/plain';
import { formatNumber } from '../ui/amount/format';
import { formulaRowsOf } from '../ui/formula/formula';
import type { FormulaRow, Proof, ProofMovement } from '../ui/proof/proof.types';
import { overviewLabels } from './overview.labels';
import type { Measure, ProofKey } from './proof-key';

const SHOWN = 12;

/** What has arrived to prove the figure with; null while it is on its way. */
export interface ProofMaterial {
  readonly line: MovementsOfLine | null;
  readonly lines: LineGrid | null;
}

/** A line by its movements, everything else by the lines it is made of. Undefined while the material is on its way. */
export function overviewProof(key: ProofKey, overview: BudgetOverview, material: ProofMaterial): Proof | undefined {
  if (key.scope === 'line') return lineProof(key.lineId, overview, material.line);
  return material.lines === null ? undefined : sumProof(key, overview, material.lines);
}

/** The proof of one line: formula, movements, and whether both agree. */
export function lineProof(
  lineId: string,
  { attention }: Pick<BudgetOverview, 'attention'>,
  found: MovementsOfLine | null,
): Proof | undefined {
  if (found === null || found.lineId !== lineId) return undefined;
  const name = attention.find((line) => line.lineId === lineId)?.name;
  return movementsProof(found, name ?? overviewLabels().measures.available);
}

export function movementsProof(found: MovementsOfLine, title: string): Proof {
  return {
    title,
    cents: found.balance.availableCents,
    formula: formulaRowsOf(found.balance),
    movements: found.rows.slice(0, SHOWN).map((row) => ({
      id: row.id,
      bookedOn: row.bookedOn,
      document: row.documentNumber,
      text: row.text,
      cents: row.amountCents,
      link: ['/budget/lines', found.lineId],
    })),
    movementCount: found.movements,
    differenceCents: found.differenceCents,
    rule: overviewLabels().proofRule,
  };
}

type SumKey = Exclude<ProofKey, { readonly scope: 'line' }>;

function sumProof(key: SumKey, overview: BudgetOverview, grid: LineGrid): Proof {
  const words = overviewLabels();
  const cents = amountOf(key, overview);
  // What is available may be unknown; what was spent is not, so the lines show that instead.
  const shownKey: SumKey = cents === null ? { ...key, measure: 'actual' } : key;
  const lines = linesOf(shownKey, overview, grid);
  const sum = lines.reduce((total, line) => total + line.cents, 0);
  const count = formatNumber(lines.length);
  return {
    title: titleOf(key),
    cents,
    formula: formulaOfSum(key, overview),
    movementsTitle: cents === null ? words.proofLinesSpent(count, lines.length) : words.proofLines(count, lines.length),
    movements: lines.slice(0, SHOWN),
    movementCount: lines.length,
    // A cut list adds up to less; then the check is left to the reconciliation.
    differenceCents: grid.isTruncated ? null : (amountOf(shownKey, overview) ?? 0) - sum,
    agreement: words.proofAgreed(count, lines.length),
    ...(key.measure === 'available' ? { rule: words.proofRule } : {}),
  };
}

/** The amount on the page that the key stands for. */
function amountOf(key: SumKey, overview: BudgetOverview): number | null {
  switch (key.scope) {
    case 'run':
      return overview.runOrChange.runCents;
    case 'change':
      return overview.runOrChange.changeCents;
    case 'frame': {
      const frame = overview.frames.find(({ frame: code }) => code === key.frame);
      return frame === undefined ? null : measured(frame, key.measure);
    }
    case 'all':
      return measured(overview.totals, key.measure);
  }
}

function titleOf(key: SumKey): string {
  const words = overviewLabels();
  const measure = words.measures[key.measure];
  if (key.scope === 'frame') return `${measure}, ${words.frames[key.frame]}`;
  if (key.scope === 'all') return `${measure}, ${key.measure === 'available' ? words.knownFrames : words.allFrames}`;
  return `${measure}, ${words[key.scope]}`;
}

/** Available: the formula R1. Anything else: its parts, which are never mixed (expense and investment, or the frames). */
function formulaOfSum(key: SumKey, overview: BudgetOverview): FormulaRow[] {
  switch (key.scope) {
    case 'all':
      return formulaOfAll(key.measure, overview);
    case 'frame': {
      const frame = overview.frames.find(({ frame: code }) => code === key.frame);
      return frame === undefined ? [] : formulaOfFrame(key.measure, frame);
    }
    case 'run':
    case 'change':
      return [];
  }
}

function formulaOfAll(measure: Measure, overview: BudgetOverview): FormulaRow[] {
  if (measure === 'available') return formulaRowsOf(overview.known);
  const parts = overview.frames.map((frame) => ({
    label: overviewLabels().frames[frame.frame],
    cents: measured(frame, measure) ?? 0,
  }));
  return addition(parts, overviewLabels().measures[measure]);
}

function formulaOfFrame(measure: Measure, frame: FrameOverview): FormulaRow[] {
  if (measure === 'available') return frame.ceilingCents === null ? unknownRows(frame) : formulaRowsOf(frame);
  const words = overviewLabels();
  return addition(
    [
      { label: words.operating, cents: measured(frame.operating, measure) ?? 0 },
      { label: words.investing, cents: measured(frame.investing, measure) ?? 0 },
    ],
    words.measures[measure],
  );
}

function addition(parts: readonly { readonly label: string; readonly cents: number }[], total: string): FormulaRow[] {
  const sum = parts.reduce((all, { cents }) => all + cents, 0);
  const rows = parts.map(({ label, cents }, at): FormulaRow => ({
    operator: at === 0 ? '' : cents < 0 ? '-' : '+',
    label,
    cents: at === 0 ? cents : Math.abs(cents),
  }));
  return [...rows, { operator: '=', label: total, cents: sum }];
}

/** Without a ceiling the formula has no beginning and no end, only what is known in between (R26). */
function unknownRows(frame: FrameOverview): FormulaRow[] {
  const { frame: ceiling, measures } = overviewLabels();
  return [
    { operator: '', label: ceiling, cents: null },
    { operator: '-', label: measures.commitment, cents: frame.commitmentCents },
    { operator: '-', label: measures.actual, cents: frame.actualCents },
    { operator: '=', label: measures.available, cents: null },
  ];
}

type Measured = Readonly<Record<Exclude<keyof BalanceFigures, 'availableCents'>, number>> & {
  readonly availableCents: number | null;
};

function measured(figures: Measured, measure: Measure): number | null {
  return figures[`${measure}Cents`];
}

/** Lines as the rows of a proof, the largest first. A frame without a ceiling has nothing in a sum of what is available or granted. */
function linesOf(key: SumKey, overview: BudgetOverview, { columns }: LineGrid): ProofMovement[] {
  const countsAll = key.scope === 'frame' || (key.scope === 'all' && key.measure !== 'available');
  const hidden: readonly unknown[] = countsAll ? [] : overview.totals.unknownFrames;
  return columns.id
    .flatMap((lineId, at): ProofMovement[] => {
      const cents = Number(columns[`${key.measure}Cents`][at]);
      if (cents === 0 || hidden.includes(columns.frame[at])) return [];
      const link = ['/budget/lines', String(lineId)];
      return [
        { id: String(lineId), document: String(columns.number[at]), text: String(columns.name[at]), cents, link },
      ];
    })
    .sort((a, b) => b.cents - a.cents);
}
