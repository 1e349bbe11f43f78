import { cents, formatCents, formatRate } from '@etatlotse/domain/shared';
import type { PaperSheet } from '../../platform/print/paper-sheet';
import type { Tongue } from '../../platform/problem/problem-body';
import { PAPER_CHANGE_LABELS } from './paper-changes.labels';
import type { PaperCell, PaperChanges, PaperStep } from './paper-changes.queries';

const AMOUNT_WIDTH = 75;
/** Amounts of one step that are named; a shift over a hundred lines is looked up on the screen. */
const AMOUNTS_NAMED = 6;

/** What changed and why: every step with its result (R22), and each amount that is not what it was before. */
export async function writeChanges(
  sheet: PaperSheet,
  { base, steps, cells, cellCount }: PaperChanges,
  { isPart, tongue }: { readonly isPart: boolean; readonly tongue: Tongue },
): Promise<void> {
  const words = PAPER_CHANGE_LABELS[tongue];
  sheet.beginSection(words.title);
  sheet.heading(1, words.title);
  if (isPart) sheet.paragraph(words.partHint, { isMuted: true });
  if (steps.length > 0) {
    sheet.heading(2, words.steps);
    sheet.paragraph(words.stepsHint, { isMuted: true });
    await sheet.table(
      [
        { label: words.number, width: 70 },
        { label: words.change },
        { label: words.kind, width: 105 },
        { label: words.result, width: 120 },
      ],
      steps.map((step) => ({
        cells: [step.code || String(step.number), step.title, words.kinds[step.kind], resultOf(step, tongue)],
        note: noteOf(step, tongue),
      })),
    );
  }
  if (base === null || cells.length === 0) return;
  sheet.heading(2, words.since(base.name, base.isInForce));
  if (cellCount > cells.length) sheet.paragraph(words.more(cells.length, cellCount), { isMuted: true });
  await sheet.table(
    [
      { label: words.line, width: 92 },
      { label: words.name },
      { label: words.year, width: 36 },
      ...[words.before, words.now, words.difference].map((label) => ({ label, width: AMOUNT_WIDTH, isNumber: true })),
    ],
    cells.map((cell) => ({
      cells: [cell.number, cell.name, String(cell.fiscalYear), ...amountsOf(cell, tongue)],
      ...noteOfCell(cell, tongue),
    })),
  );
}

/** Why an amount differs. What is said about the line in general stands there only where nothing else does. */
function noteOfCell({ reason, rule, explanation }: PaperCell, tongue: Tongue): { readonly note?: string } {
  const words = PAPER_CHANGE_LABELS[tongue];
  const byRule = rule === null ? '' : words.rules[rule.basis](formatRate(rule.basisPoints, tongue));
  const text = reason || byRule || explanation;
  return text === '' ? {} : { note: words.reason(text) };
}

function resultOf({ result, committee, decidedOn }: PaperStep, tongue: Tongue): string {
  const words = PAPER_CHANGE_LABELS[tongue];
  const by = [committee, decidedOn === null ? '' : words.day(decidedOn)].filter((text) => text !== '').join(', ');
  return by === '' ? words.results[result] : `${words.results[result]} (${by})`;
}

function noteOf({ origin, reason, amounts, elsewhere }: PaperStep, tongue: Tongue): string {
  const words = PAPER_CHANGE_LABELS[tongue];
  const named = amounts
    .slice(0, AMOUNTS_NAMED)
    .map(({ number, fiscalYear, amountCents }) => `${number} ${fiscalYear}: ${signed(amountCents, tongue)}`);
  const others = amounts.length - named.length;
  return [
    origin,
    reason === '' ? '' : words.reason(reason),
    amounts.length === 0 ? words.noAmounts : [...named, ...(others > 0 ? [words.others(others)] : [])].join('; '),
    elsewhere === 0 ? '' : words.elsewhere(elsewhere),
  ]
    .filter((text) => text !== '')
    .join('\n');
}

const signed = (amountCents: number, tongue: Tongue): string =>
  `${amountCents > 0 ? '+' : ''}${formatCents(cents(amountCents), tongue)}`;

function amountsOf({ beforeCents, nowCents }: PaperCell, tongue: Tongue): string[] {
  const text = (amountCents: number | null): string =>
    amountCents === null ? '–' : formatCents(cents(amountCents), tongue, { unit: false });
  return [text(beforeCents), text(nowCents), text((nowCents ?? 0) - (beforeCents ?? 0))];
}
