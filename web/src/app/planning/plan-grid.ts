import {
  afterNextRender,
  ChangeDetectionStrategy,
  ChangeDetectorRef,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { parsePlanFormula } from '@etatlotse/domain/planning';
import { formatNumber } from '../ui/amount/format';
import { Unknown } from '../ui/unknown/unknown';
import { PlanActions } from './plan-actions';
import { PlanAmountsStore } from './plan-amounts.store';
import { cellKey, readCell, writeCell } from './plan-cells';
import { PlanCellsStore } from './plan-cells.store';
import { footRows } from './plan-grid.foot';
import { gridLabels } from './plan-grid.labels';
import { type CellView, figureCell, headOf, lineCell, type RowView } from './plan-grid.view';
import type { GridRow } from './plan-rows';
import { holds, moved, type Place } from './plan-selection';
import { PlanSelectionStore } from './plan-selection.store';
import { PlanSheetStore } from './plan-sheet.store';

const ROW_PX = 36;
const HEAD_PX = 48;
/** Rows above and below those in sight, so that a turn of the wheel finds them there already. */
const SPARE_ROWS = 10;
/** Drawn anew every so many rows, not with each of them. */
const STEP_ROWS = 5;
const FIRST_HEIGHT_PX = 640;

let made = 0;

/**
 * Lines and years as a grid that is worked by keyboard: arrows, typing, blocks, the clipboard of spreadsheets. Only the
 * rows in sight stand in the document; the focus stays on the grid, which names its active cell.
 */
@Component({
  selector: 'et-plan-grid',
  imports: [RouterLink, Unknown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './plan-grid.html',
})
export class PlanGridTable {
  private readonly read = inject(PlanAmountsStore);
  private readonly cells = inject(PlanCellsStore);
  private readonly sheet = inject(PlanSheetStore);
  private readonly selection = inject(PlanSelectionStore);
  private readonly actions = inject(PlanActions);
  private readonly router = inject(Router);
  private readonly changes = inject(ChangeDetectorRef);
  /** A sentence for the person: what was pasted, filled or undone. */
  readonly said = output<string>();
  /** Somebody begins a formula with this sign. */
  readonly formula = output<string>();

  private readonly box = viewChild.required<ElementRef<HTMLElement>>('box');
  private readonly grid = viewChild.required<ElementRef<HTMLElement>>('grid');
  private readonly editor = viewChild<ElementRef<HTMLInputElement>>('editor');
  private readonly top = signal(0);
  private readonly height = signal(FIRST_HEIGHT_PX);
  private readonly editing = signal<Place | null>(null);
  protected readonly draft = signal('');
  private readonly id = `et-plan-grid-${++made}`;

  protected readonly t = gridLabels;
  protected readonly rows = this.sheet.rows;
  protected readonly columns = this.sheet.columns;
  protected readonly mayWrite = this.read.mayWrite;
  protected readonly heads = computed(() => this.columns().map(headOf));
  protected readonly label = computed(() => gridLabels().grid(formatNumber(this.sheet.shown().length)));
  protected readonly foot = computed(() => footRows(this.sheet, this.read.view().frame));
  protected readonly editorLabel = computed(() => {
    const target = this.selection.activeTarget();
    return target === null ? '' : gridLabels().editor(target.line.name, target.fiscalYear);
  });
  /** The active cell, as long as it stands in the document. */
  protected readonly activeId = computed(() => {
    const { row, column } = this.selection.active();
    const { first, last } = this.span();
    return row >= first && row < last ? this.idOf(row, column) : null;
  });

  private readonly span = computed(
    () => {
      const count = this.rows().length;
      const top = Math.floor(this.top() / ROW_PX / STEP_ROWS) * STEP_ROWS;
      const first = Math.max(0, Math.min(top - SPARE_ROWS, count - 1));
      return { first, last: Math.min(count, first + rowsInSight(this.height())) };
    },
    { equal: (a, b) => a.first === b.first && a.last === b.last },
  );
  protected readonly window = computed(() => {
    const { first, last } = this.span();
    const slots = rowsInSight(this.height());
    return {
      abovePx: first * ROW_PX,
      belowPx: (this.rows().length - last) * ROW_PX,
      rows: this.rows()
        .slice(first, last)
        .map((row, at) => this.rowView(row, first + at, slots)),
    };
  });

  constructor() {
    const destroyRef = inject(DestroyRef);
    afterNextRender(() => {
      const box = this.box().nativeElement;
      const measure = (): void => {
        this.height.set(box.clientHeight || FIRST_HEIGHT_PX);
        this.selection.pageRows.set(Math.max(1, Math.floor((this.height() - HEAD_PX) / ROW_PX) - 4));
      };
      measure();
      if (typeof ResizeObserver === 'undefined') return;
      const observer = new ResizeObserver(measure);
      observer.observe(box);
      destroyRef.onDestroy(() => observer.disconnect());
    });
  }

  focus(): void {
    this.grid().nativeElement.focus({ preventScroll: true });
  }

  /** Only the active cell has a name to be found by. */
  protected idOf(row: number, column: number): string {
    return `${this.id}-${row}-${column}`;
  }

  protected scrolled(): void {
    this.top.set(this.box().nativeElement.scrollTop);
    const editing = this.editing();
    const { first, last } = this.span();
    if (editing !== null && (editing.row < first || editing.row >= last)) this.commit();
  }

  protected keyed(event: KeyboardEvent): void {
    if (this.editing() !== null || event.altKey) return;
    const isControl = event.ctrlKey || event.metaKey;
    const handled = isControl ? this.controlKeyed(event) : this.plainKeyed(event);
    const { active, end } = this.selection.selection();
    const from = event.shiftKey ? end : active;
    const place = handled ? null : moved(from, event.key, isControl, this.selection.extent());
    if (place !== null) this.go(place, event.shiftKey);
    if (handled || place !== null) event.preventDefault();
  }

  private controlKeyed(event: KeyboardEvent): boolean {
    switch (event.key.toLowerCase()) {
      case 'a':
        this.selection.all();
        return true;
      case 'd':
        return this.say(this.actions.fillDown());
      case 'r':
        return this.say(this.actions.fillRight());
      case 'z':
        return this.say(event.shiftKey ? this.actions.redo() : this.actions.undo());
      case 'y':
        return this.say(this.actions.redo());
      case 's':
        void this.cells.saveNow();
        return true;
      default:
        return false;
    }
  }

  private plainKeyed(event: KeyboardEvent): boolean {
    const { row, column } = this.selection.active();
    switch (event.key) {
      case 'Enter':
        if (column === 0) this.open();
        else this.go({ row: row + (event.shiftKey ? -1 : 1), column });
        return true;
      case 'F2':
        if (event.shiftKey) this.open();
        else this.begin();
        return true;
      case 'Delete':
      case 'Backspace':
        return this.say(this.actions.clear());
      case 'Escape':
        this.selection.go(this.selection.active());
        return true;
      default:
        return event.key.length === 1 && event.key !== ' ' && this.typeOver(event.key);
    }
  }

  /** A sign that no amount begins with begins a formula; everything else overwrites the cell. */
  private typeOver(sign: string): boolean {
    if (!this.mayWrite()) return false;
    if ('=+*'.includes(sign)) this.formula.emit(sign);
    else this.begin(sign);
    return true;
  }

  protected editorKeyed(event: KeyboardEvent): void {
    event.stopPropagation();
    const { row, column } = this.selection.active();
    const isBack = event.shiftKey;
    const next: Readonly<Record<string, Place | undefined>> = {
      Enter: { row: row + (isBack ? -1 : 1), column },
      Tab: { row, column: column + (isBack ? -1 : 1) },
      ArrowDown: { row: row + 1, column },
      ArrowUp: { row: row - 1, column },
    };
    const place = next[event.key];
    if (place === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    if (place === undefined) this.editing.set(null);
    else this.commit();
    this.focus();
    if (place !== undefined) this.go(place);
  }

  protected typed(event: Event): void {
    this.draft.set((event.target as HTMLInputElement).value);
  }

  /** Opens the active cell for typing: with what stands in it, or with the first sign typed. */
  protected begin(text?: string): void {
    const target = this.selection.activeTarget();
    if (target === null) return;
    const { lineId } = target.line;
    const edit = this.cells.editOf(lineId, target.fiscalYear);
    const standing = edit?.cents === undefined && edit !== undefined ? edit.text : undefined;
    this.draft.set(text ?? standing ?? writeCell(this.cells.centsOf(lineId, target.fiscalYear)));
    this.editing.set(this.selection.active());
    // At once: whoever types fast has the next figure under way already.
    this.changes.detectChanges();
    const field = this.editor()?.nativeElement;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }

  /** Takes what was typed: an amount for the cell, or a formula for the selection. */
  protected commit(): void {
    const target = untracked(this.selection.activeTarget);
    if (untracked(this.editing) === null || target === null) return;
    this.editing.set(null);
    const edit = readCell(target.line.lineId, target.fiscalYear, untracked(this.draft));
    const isFormula = edit.cents === undefined && edit.ambiguous === undefined && parsePlanFormula(edit.text).ok;
    if (isFormula) this.said.emit(this.actions.formula(edit.text, 'cents').sentence);
    else this.cells.take([edit]);
  }

  protected copied(event: ClipboardEvent, isCut = false): void {
    if (this.editing() !== null || event.clipboardData === null) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', this.actions.copy());
    const { top, bottom, left, right } = this.selection.block();
    this.say(gridLabels().done.copied(formatNumber((bottom - top + 1) * (right - left + 1))));
    if (isCut) this.actions.clear();
  }

  protected pasted(event: ClipboardEvent): void {
    if (this.editing() !== null || !this.mayWrite()) return;
    event.preventDefault();
    this.say(this.actions.paste(event.clipboardData?.getData('text/plain') ?? ''));
  }

  protected pressed(event: MouseEvent): void {
    const place = placeOf(event);
    if (place === null || event.button !== 0) return;
    if (event.target instanceof HTMLInputElement) return;
    this.commit();
    // Marking text with the mouse would get in the way of marking cells; a link stays a link.
    if (!(event.target instanceof HTMLAnchorElement)) event.preventDefault();
    this.focus();
    this.selection.go(place, event.shiftKey);
  }

  protected dragged(event: MouseEvent): void {
    const place = (event.buttons & 1) === 0 || this.editing() !== null ? null : placeOf(event);
    if (place !== null) this.selection.go(place, true);
  }

  private open(): void {
    const line = this.selection.activeLine();
    if (line === null) return;
    void this.router.navigate([], { queryParams: { line: line.lineId }, queryParamsHandling: 'merge' });
  }

  private go(place: Place, isExtending = false): void {
    this.selection.go(place, isExtending);
    this.bringIntoSight(this.selection.selection().end);
  }

  /** Head, frozen columns and sums cover the edges of the box. */
  private bringIntoSight({ row, column }: Place): void {
    const box = this.box().nativeElement;
    const footPx = this.foot().length * ROW_PX;
    const y = row * ROW_PX;
    if (y < box.scrollTop) box.scrollTop = y;
    const visiblePx = box.clientHeight - HEAD_PX - footPx - ROW_PX;
    if (y > box.scrollTop + visiblePx) box.scrollTop = y - Math.max(0, visiblePx);
    const cell = box.querySelector<HTMLElement>(`thead th[aria-colindex="${column + 2}"]`);
    const frozenPx = box.querySelector<HTMLElement>('.et-plan-grid__name')?.offsetWidth ?? 0;
    if (cell === null || column === 0) return;
    const [left, right] = [cell.offsetLeft, cell.offsetLeft + cell.offsetWidth];
    if (left < box.scrollLeft + frozenPx) box.scrollLeft = left - frozenPx;
    if (right > box.scrollLeft + box.clientWidth) box.scrollLeft = right - box.clientWidth;
    this.top.set(box.scrollTop);
  }

  private say(sentence: string | null): true {
    if (sentence !== null) this.said.emit(sentence);
    return true;
  }

  private rowView(row: GridRow, index: number, slots: number): RowView {
    const { active } = this.selection.selection();
    const block = this.selection.block();
    const editing = this.editing();
    return {
      slot: index % slots,
      index,
      row,
      isNameActive: active.row === index && active.column === 0,
      isNameSelected: holds(block, index, 0),
      isExplained: row.kind === 'line' && this.read.explained().has(row.line.lineId),
      cells: this.columns().map((_, at): CellView => {
        const column = at + 1;
        const isActive = active.row === index && active.column === column;
        return {
          ...this.shown(row, at),
          column,
          isActive,
          isSelected: holds(block, index, column),
          isEditing: isActive && editing?.row === index && editing.column === column,
        };
      }),
    };
  }

  private shown(row: GridRow, at: number): ReturnType<typeof figureCell> {
    const column = this.columns()[at];
    if (column === undefined) throw new RangeError(`There is no column ${at}.`);
    if (row.kind === 'group') return figureCell(column, this.sheet.sumOf(column, row.lines));
    const { lineId } = row.line;
    return lineCell(column, this.sheet.figureOf(column, row.line), {
      edit: this.cells.editOf(lineId, column.fiscalYear),
      note: this.read.notes().get(cellKey(lineId, column.fiscalYear)),
      mayWrite: this.mayWrite(),
    });
  }
}

/** Rows in the document: those in sight and a few above and below. */
const rowsInSight = (heightPx: number): number => Math.ceil(heightPx / ROW_PX) + STEP_ROWS + 2 * SPARE_ROWS;

/** The cell under the mouse. */
function placeOf(event: MouseEvent): Place | null {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-column]') : null;
  const row = cell?.closest<HTMLElement>('[data-row]');
  return cell && row ? { row: Number(row.dataset['row']), column: Number(cell.dataset['column']) } : null;
}
