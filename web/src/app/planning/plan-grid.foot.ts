import { FRAME_CODES, type FrameCode } from '@etatlotse/domain/budget';
import { frameLabels } from '../platform/frame.labels';
import { formatCents } from '../ui/amount/format';
import { figureText } from './plan-actions';
import type { GridColumn } from './plan-columns';
import { gridLabels } from './plan-grid.labels';
import { spokenOf } from './plan-grid.view';
import type { FrameView, Side } from './plan-rows';
import { ofSide } from './plan-sums';
import type { PlanSheetStore } from './plan-sheet.store';

/** A sum at the foot of the grid. An unknown ceiling is said, never 0. */
export interface FootRow {
  readonly key: string;
  readonly label: string;
  readonly cells: readonly {
    readonly text: string;
    readonly spoken: string;
    readonly isUnknown: boolean;
    readonly isOver: boolean;
  }[];
}

const SIDES: readonly Side[] = ['spending', 'income', 'internal'];

/** What the shown lines come to, side by side, and what the frames have left with everything typed so far. */
export function footRows(sheet: PlanSheetStore, view: FrameView): FootRow[] {
  const shown = sheet.shown();
  const sums = SIDES.map((side) => ({ side, lines: ofSide(shown, side) }))
    .filter(({ side, lines }) => side === 'spending' || lines.length > 0)
    .map(({ side, lines }): FootRow => ({
      key: side,
      label: gridLabels().sums[side],
      cells: sheet.columns().map((column) => {
        const figure = sheet.sumOf(column, lines);
        const text = figureText(figure, column.kind === 'difference');
        return { ...NOTHING, text, spoken: spokenOf(column, figure) };
      }),
    }));
  const frames = FRAME_CODES.filter((code) => view === 'all' || view === code);
  return [...sums, ...frames.flatMap((code) => frameRows(sheet, code, view === code))];
}

function frameRows(sheet: PlanSheetStore, code: FrameCode, hasCeiling: boolean): FootRow[] {
  const name = frameLabels().names[code];
  const words = gridLabels().sums;
  const room: FootRow = {
    key: `${code} room`,
    label: words.room(name),
    cells: sheet.columns().map((column) => roomCell(sheet, code, column)),
  };
  const ceiling: FootRow = {
    key: `${code} ceiling`,
    label: words.ceiling(name),
    cells: sheet.columns().map((column) => {
      if (column.kind !== 'amount') return NOTHING;
      const { ceilingCents } = sheet.frame(code, column.fiscalYear);
      return ceilingCents === null ? UNKNOWN : { ...NOTHING, text: formatCents(ceilingCents) };
    }),
  };
  return hasCeiling ? [ceiling, room] : [room];
}

function roomCell(sheet: PlanSheetStore, code: FrameCode, column: GridColumn): FootRow['cells'][number] {
  if (column.kind !== 'amount') return NOTHING;
  const { roomCents } = sheet.frame(code, column.fiscalYear);
  if (roomCents === null) return UNKNOWN;
  return { ...NOTHING, text: formatCents(roomCents, true), isOver: roomCents < 0 };
}

const NOTHING = { text: '', spoken: '', isUnknown: false, isOver: false };
const UNKNOWN = { ...NOTHING, isUnknown: true };
