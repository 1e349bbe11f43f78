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
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { formatNumber } from '../ui/amount/format';
import { Unknown } from '../ui/unknown/unknown';
import { PlanActions } from './plan-actions';
import { PlanAmountsStore } from './plan-amounts.store';
import { cellKey } from './plan-cells';
import { PlanCellsStore } from './plan-cells.store';
import { PlanEditorStore } from './plan-editor.store';
import { footRows } from './plan-grid.foot';
import { gridLabels } from './plan-grid.labels';
import { bringIntoSight, HEAD_PX, ROW_PX } from './plan-grid.sight';
import { type CellView, figureCell, headOf, lineCell, type RowView } from './plan-grid.view';
import { PlanNameGrip } from './plan-name-grip';
import type { GridRow } from './plan-rows';
import { holds, type Place } from './plan-selection';
import { PlanSelectionStore } from './plan-selection.store';
import { PlanSheetStore } from './plan-sheet.store';

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
  imports: [PlanNameGrip, RouterLink, Unknown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './plan-grid.html',
})
export class PlanGridTable {
  private readonly read = inject(PlanAmountsStore);
  private readonly cells = inject(PlanCellsStore);
  private readonly sheet = inject(PlanSheetStore);
  private readonly selection = inject(PlanSelectionStore);
  private readonly actions = inject(PlanActions);
  private readonly editor = inject(PlanEditorStore);
  private readonly router = inject(Router);
  private readonly changes = inject(ChangeDetectorRef);
  /** A sentence for the person: what was pasted, filled or undone. */
  readonly said = output<string>();
  /** Somebody begins a formula with this sign. */
  readonly formula = output<string>();
  /** Somebody looks for a line. */
  readonly looks = output<void>();

  private readonly box = viewChild.required<ElementRef<HTMLElement>>('box');
  private readonly grid = viewChild.required<ElementRef<HTMLElement>>('grid');
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('field');
  private readonly top = signal(0);
  private readonly height = signal(FIRST_HEIGHT_PX);
  protected readonly draft = this.editor.draft;
  /** Tab goes from cell to cell once somebody works here; before that, and after Esc, it leaves the grid. */
  private isAtWork = false;
  private readonly id = `et-plan-grid-${++made}`;
  protected readonly leaveId = `${this.id}-leave`;

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
    this.isAtWork = true;
    this.grid().nativeElement.focus({ preventScroll: true });
  }

  /** Only the active cell has a name to be found by. */
  protected idOf(row: number, column: number): string {
    return `${this.id}-${row}-${column}`;
  }

  protected scrolled(): void {
    this.top.set(this.box().nativeElement.scrollTop);
    const editing = this.editor.place();
    const { first, last } = this.span();
    if (editing !== null && (editing.row < first || editing.row >= last)) this.commit();
  }

  protected keyed(event: KeyboardEvent): void {
    if (this.editor.place() !== null || event.altKey) return;
    const isControl = event.ctrlKey || event.metaKey;
    const handled = isControl ? this.controlKeyed(event) : this.plainKeyed(event);
    const place = handled ? null : this.selection.target(event.key, isControl, event.shiftKey);
    if (place !== null) this.go(place, event.shiftKey);
    if (!handled && place === null) return;
    event.preventDefault();
    // A key that leads out of the grid, to the formulas or to the search, leaves nobody at work here.
    const grid = this.grid().nativeElement;
    this.isAtWork = event.key !== 'Escape' && grid.contains(grid.ownerDocument.activeElement);
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
        return this.sayBack(event.shiftKey ? this.actions.redo() : this.actions.undo());
      case 'y':
        return this.sayBack(this.actions.redo());
      case 's':
        void this.cells.saveNow();
        return true;
      case 'f':
        this.looks.emit();
        return true;
      case ' ':
        this.selection.wholeColumns();
        return true;
      default:
        return false;
    }
  }

  private plainKeyed(event: KeyboardEvent): boolean {
    switch (event.key) {
      case 'Enter':
        if (this.selection.active().column === 0) this.open();
        else this.step('Enter', event.shiftKey);
        return true;
      case 'Tab':
        return this.isAtWork && this.step('Tab', event.shiftKey);
      case 'F2':
        if (event.shiftKey) this.open();
        else this.begin();
        return true;
      case 'Delete':
        return this.say(this.actions.clear());
      case 'Backspace':
        this.begin('');
        return true;
      case 'Escape':
        this.selection.go(this.selection.active());
        return true;
      case ' ':
        if (event.shiftKey) this.selection.wholeRows();
        return true;
      default:
        return event.key.length === 1 && this.typeOver(event.key);
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
    const isControl = event.ctrlKey || event.metaKey;
    const isArrow = event.key.startsWith('Arrow');
    const isStep = event.key === 'Enter' || event.key === 'Tab';
    const isSave = isControl && event.key.toLowerCase() === 's';
    const goesOn = isArrow && !isControl && !event.shiftKey && (this.editor.isOver() || isUpOrDown(event.key));
    if (event.key === 'F2') this.editor.isOver.update((isOver) => !isOver);
    if (!goesOn && !isStep && !isSave && event.key !== 'Escape') return;
    event.preventDefault();
    if (event.key === 'Escape') this.editor.cancel();
    else this.commit(isControl && isStep);
    this.focus();
    const place = goesOn ? this.selection.target(event.key, false, false) : null;
    if (place !== null) this.go(place);
    if (isStep && !isControl) this.step(event.key, event.shiftKey);
    if (isSave) void this.cells.saveNow();
  }

  protected typed(event: Event): void {
    this.editor.draft.set((event.target as HTMLInputElement).value);
  }

  /** Opens the active cell for typing: with what stands in it, or with the first sign typed. */
  protected begin(text?: string): void {
    if (!this.editor.begin(text)) return;
    // At once: whoever types fast has the next figure under way already.
    this.changes.detectChanges();
    const field = this.field()?.nativeElement;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }

  protected commit(isForAll = false): void {
    this.say(this.editor.commit(isForAll));
  }

  /** Whoever leaves the grid by keyboard and comes back passes through it with Tab. */
  protected left(event: FocusEvent): void {
    if (!(event.relatedTarget instanceof Node && this.grid().nativeElement.contains(event.relatedTarget))) {
      this.isAtWork = false;
    }
  }

  protected copied(event: ClipboardEvent, isCut = false): void {
    if (this.editor.place() !== null || event.clipboardData === null) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', this.actions.copy());
    const { top, bottom, left, right } = this.selection.block();
    this.say(gridLabels().done.copied(formatNumber((bottom - top + 1) * (right - left + 1))));
    if (isCut) this.actions.clear();
  }

  protected pasted(event: ClipboardEvent): void {
    if (this.editor.place() !== null || !this.mayWrite()) return;
    event.preventDefault();
    this.sayBack(this.actions.paste(event.clipboardData?.getData('text/plain') ?? ''));
  }

  protected pressed(event: MouseEvent): void {
    const place = placeOf(event);
    if (event.button !== 0) return;
    if (place === null) {
      this.pressedHead(event);
      return;
    }
    if (event.target instanceof HTMLInputElement) return;
    this.commit();
    // Marking text with the mouse would get in the way of marking cells; a link stays a link.
    if (!(event.target instanceof HTMLAnchorElement)) event.preventDefault();
    this.focus();
    this.selection.go(place, event.shiftKey);
  }

  /** A click on the head of a column selects the column. */
  private pressedHead(event: MouseEvent): void {
    const head = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-head]') : null;
    if (head === null) return;
    event.preventDefault();
    this.commit();
    this.focus();
    this.selection.wholeColumns(Number(head.dataset['head']));
  }

  protected dragged(event: MouseEvent): void {
    const place = (event.buttons & 1) === 0 || this.editor.place() !== null ? null : placeOf(event);
    if (place !== null) this.go(place, true);
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

  private step(key: 'Enter' | 'Tab', isBack: boolean): boolean {
    const isDone = this.selection.step(key, isBack);
    if (isDone) this.bringIntoSight(this.selection.active());
    return isDone;
  }

  /** Says what came of it and shows the cells that it changed. */
  private sayBack(sentence: string | null): true {
    this.bringIntoSight(this.selection.active());
    return this.say(sentence);
  }

  private bringIntoSight(place: Place): void {
    const box = this.box().nativeElement;
    bringIntoSight(box, place, this.foot().length);
    this.top.set(box.scrollTop);
  }

  private say(sentence: string | null): true {
    if (sentence !== null) this.said.emit(sentence);
    return true;
  }

  private rowView(row: GridRow, index: number, slots: number): RowView {
    const { active } = this.selection.selection();
    const block = this.selection.block();
    const editing = this.editor.place();
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

const isUpOrDown = (key: string): boolean => key === 'ArrowUp' || key === 'ArrowDown';
/** Rows in the document: those in sight and a few above and below. */
const rowsInSight = (heightPx: number): number => Math.ceil(heightPx / ROW_PX) + STEP_ROWS + 2 * SPARE_ROWS;

/** The cell under the mouse. */
function placeOf(event: MouseEvent): Place | null {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-column]') : null;
  const row = cell?.closest<HTMLElement>('[data-row]');
  return cell && row ? { row: Number(row.dataset['row']), column: Number(cell.dataset['column']) } : null;
}
