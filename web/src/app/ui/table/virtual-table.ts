import { NgTemplateOutlet } from '@angular/common';
import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  contentChildren,
  DestroyRef,
  Directive,
  ElementRef,
  inject,
  input,
  output,
  signal,
  TemplateRef,
  viewChild,
} from '@angular/core';
import { SortHead, type SortKey } from './sort';

/** One column of a virtual table. The first column is the row's name and becomes its header. */
export interface Column {
  readonly key: string;
  readonly label: string;
  readonly isNumber?: boolean;
  readonly isSortable?: boolean;
  /** Any CSS width; columns without share the rest. A fixed layout keeps 10,000 rows from jumping. */
  readonly width?: string;
  /** Hidden below 820 px. */
  readonly isWideOnly?: boolean;
}

/** Content of a cell: `<ng-template etCell="available" let-row>...</ng-template>` */
@Directive({ selector: 'ng-template[etCell]' })
export class Cell {
  readonly etCell = input.required<string>();
  readonly template = inject<TemplateRef<{ $implicit: never; index: number }>>(TemplateRef);
}

/** Content of a cell in the totals row: `<ng-template etFoot="available">...</ng-template>` */
@Directive({ selector: 'ng-template[etFoot]' })
export class Foot {
  readonly etFoot = input.required<string>();
  readonly template = inject<TemplateRef<unknown>>(TemplateRef);
}

const ROW_PX = 36;
const SPARE_ROWS = 12;
/** The box before it has been measured, from the height of the window; as in virtual-table.css. */
const firstHeight = (): number => Math.max(320, globalThis.innerHeight - 260);

/**
 * Real table semantics for 10,000 rows: only the rows in sight stand in the DOM, `aria-rowcount` and `aria-rowindex` tell the
 * rest, head and totals stay in sight. Rows have one fixed height; long names end in an ellipsis with the full text as title.
 */
@Component({
  selector: 'et-virtual-table',
  imports: [NgTemplateOutlet, SortHead],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './virtual-table.html',
})
export class VirtualTable<T> {
  readonly rows = input.required<readonly T[]>();
  readonly columns = input.required<readonly Column[]>();
  /** Stands above the table: what it shows and how it is sorted. */
  readonly caption = input.required<string>();
  readonly sort = input<SortKey>();
  readonly sortChange = output<SortKey>();
  /** Identity of a row across refreshes. */
  readonly trackBy = input<(row: T, index: number) => unknown>((_row, index) => index);
  /** Extra class of a row, for example `et-row-group` for group heads. */
  readonly rowClass = input<(row: T) => string>(() => '');

  private readonly cells = contentChildren(Cell);
  private readonly feet = contentChildren(Foot);
  private readonly box = viewChild.required<ElementRef<HTMLElement>>('box');
  private readonly top = signal(0);
  private readonly height = signal(firstHeight());
  /** The rows in sight come first, those that one may scroll to in the next frame. */
  private readonly spare = signal(0);

  protected readonly hasFoot = computed(() => this.feet().length > 0);
  protected readonly windowed = computed(() => {
    const [rows, spare] = [this.rows(), this.spare()];
    const first = Math.max(0, Math.min(Math.floor(this.top() / ROW_PX) - spare, rows.length));
    const last = Math.min(rows.length, first + Math.ceil(this.height() / ROW_PX) + 2 * spare);
    return {
      first,
      rows: rows.slice(first, last),
      abovePx: first * ROW_PX,
      belowPx: (rows.length - last) * ROW_PX,
    };
  });

  constructor() {
    const destroyRef = inject(DestroyRef);
    afterNextRender(() => {
      const box = this.box().nativeElement;
      const frame = requestAnimationFrame(() => this.spare.set(SPARE_ROWS));
      destroyRef.onDestroy(() => cancelAnimationFrame(frame));
      if (typeof ResizeObserver === 'undefined') return;
      // It measures once at the beginning too, when the browser has laid the page out anyway.
      const observer = new ResizeObserver(() => this.height.set(box.clientHeight || firstHeight()));
      observer.observe(box);
      destroyRef.onDestroy(() => observer.disconnect());
    });
  }

  protected scrolled(event: Event): void {
    this.top.set((event.target as HTMLElement).scrollTop);
  }

  protected cellOf(key: string): TemplateRef<{ $implicit: never; index: number }> | null {
    return this.cells().find((cell) => cell.etCell() === key)?.template ?? null;
  }

  protected footOf(key: string): TemplateRef<unknown> | null {
    return this.feet().find((foot) => foot.etFoot() === key)?.template ?? null;
  }

  protected valueOf(row: T, key: string): unknown {
    return (row as Record<string, unknown>)[key] ?? '';
  }
}
