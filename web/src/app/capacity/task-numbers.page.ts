import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { VOLUME_KINDS, type VolumeKind } from '@etatlotse/contracts/capacity/plain';
import { isMonthAhead } from '@etatlotse/domain/capacity';
import { Clock } from '../platform/clock';
import { FiscalYear } from '../platform/fiscal-year';
import { Permissions } from '../platform/permission';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { formatMonthName } from '../ui/date/format';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Toasts } from '../ui/toast/toasts';
import {
  cellsOfYear,
  changesOf,
  fillFromForecast,
  gapsOf,
  type Grid,
  gridOf,
  pasteInto,
  readCount,
  typeCell,
} from './task-numbers';
import { taskRecordLabels } from './task-record.labels';
import { monthName } from './task-sentence';
import { taskLabels } from './task.labels';
import { TaskStore } from './task.store';

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);
/** Years beside each other before and after that of the page. */
const YEARS = [2, 1] as const;
const NOTHING: Grid = { actual: {}, planned: {} };
const GAPS_NAMED = 4;

/** A grid for the numbers of a task: months down, years across, what came in apart from what is foreseen. */
@Component({
  selector: 'et-task-numbers-page',
  imports: [Button, Choice, Failure, Loading, Notice, PageHead, RouterLink, Scroll],
  providers: [TaskStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './task-numbers.page.html',
})
export class TaskNumbersPage {
  readonly taskId = input.required<string>();
  protected readonly store = inject(TaskStore);
  private readonly toasts = inject(Toasts);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly year = inject(FiscalYear).year;
  private readonly today = new Date(inject(Clock).nowMs()).toISOString().slice(0, 10);
  private readonly permissions = inject(Permissions);
  protected readonly mayImport = computed(() => this.permissions.has('import.volumes'));
  protected readonly t = computed(() => taskRecordLabels().numbers);
  protected readonly words = taskLabels;
  protected readonly months = MONTHS;
  protected readonly monthOf = formatMonthName;

  protected readonly kind = signal<string | null>('actual');
  protected readonly firstYear = linkedSignal(() => this.year() - YEARS[0]);
  protected readonly years = computed(() =>
    Array.from({ length: YEARS[0] + YEARS[1] + 1 }, (_, at) => this.firstYear() + at),
  );
  private readonly stored = computed(() => {
    const numbers = this.store.numbers();
    return numbers === null ? NOTHING : gridOf(numbers);
  });
  /** Typed over what is stored; a new reading after saving begins again. */
  protected readonly grid = linkedSignal<Grid>(() => this.stored());
  protected readonly hasTried = signal(false);
  protected readonly changes = computed(() => changesOf(this.grid(), this.stored()));
  protected readonly kinds = computed(() => VOLUME_KINDS.map((value) => ({ value, label: this.t().kinds[value] })));
  protected readonly gaps = computed(() => {
    const gaps = gapsOf(this.grid(), 'actual');
    if (gaps.length === 0) return null;
    const named = gaps.slice(0, GAPS_NAMED).map(monthName).join(', ');
    return this.t().gap(gaps.length > GAPS_NAMED ? `${named} …` : named);
  });
  protected readonly canFill = computed(
    () => this.kind() === 'planned' && (this.store.forecast()?.months.length ?? 0) > 0,
  );
  protected readonly changed = computed(() => {
    const { cells } = this.changes();
    return cells === 0 ? '' : cells === 1 ? this.t().changedOne : this.t().changed(formatNumber(cells));
  });
  protected readonly crumbs = computed(() => [
    { label: taskLabels().title, link: ['/capacity/tasks'] },
    { label: this.store.task()?.name ?? '', link: ['/capacity/tasks', this.taskId()] },
  ]);

  constructor() {
    effect(() => this.store.id.set(this.taskId()));
  }

  private get chosen(): VolumeKind {
    return this.kind() === 'planned' ? 'planned' : 'actual';
  }

  protected cell(year: number, month: number): string {
    return cellsOfYear(this.grid(), this.chosen, year)[month - 1] ?? '';
  }

  protected sumOf(year: number): string {
    const counts = cellsOfYear(this.grid(), this.chosen, year).map(readCount);
    const known = counts.filter((count) => typeof count === 'number');
    return known.length === 0 ? '–' : formatNumber(known.reduce((sum, count) => sum + count, 0));
  }

  /** Why a cell cannot stay as it is; null where it can. */
  protected faultOf(year: number, month: number): string | null {
    const text = this.cell(year, month);
    if (readCount(text) === 'wrong') return this.t().wrong;
    const isAhead = isMonthAhead({ year, month }, this.today);
    return this.chosen === 'actual' && isAhead && text.trim() !== '' ? this.t().future : null;
  }

  protected readonly faults = computed(() => {
    this.grid();
    const found = this.years().flatMap((year) => MONTHS.flatMap((month) => this.faultOf(year, month) ?? []));
    return [...new Set(found)];
  });

  protected type(year: number, month: number, event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    this.grid.update((grid) => typeCell(grid, this.chosen, { year, month }, text));
  }

  protected paste(year: number, month: number, event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!/[\t\n]/.test(text)) return;
    event.preventDefault();
    this.grid.update((grid) => pasteInto(grid, this.chosen, { year, month }, text));
  }

  /** Down and up the months, over to the years at the ends of the text. */
  protected move(year: number, month: number, event: KeyboardEvent): void {
    const { selectionStart, selectionEnd, value } = event.target as HTMLInputElement;
    const isAtEnd = selectionStart === value.length && selectionEnd === value.length;
    const isAtStart = selectionStart === 0 && selectionEnd === 0;
    const steps: Readonly<Record<string, readonly [years: number, months: number] | undefined>> = {
      Enter: event.shiftKey ? [0, -1] : [0, 1],
      ArrowDown: [0, 1],
      ArrowUp: [0, -1],
      ArrowRight: isAtEnd ? [1, 0] : undefined,
      ArrowLeft: isAtStart ? [-1, 0] : undefined,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const id = cellId(year + step[0], month + step[1]);
    const cell = this.host.nativeElement.querySelector<HTMLInputElement>(`#${id}`);
    cell?.focus();
    cell?.select();
  }

  protected readonly idOf = cellId;

  protected fill(): void {
    const forecast = this.store.forecast();
    if (forecast === null) return;
    this.grid.update((grid) => fillFromForecast(grid, forecast));
    const first = forecast.months[0];
    if (first !== undefined && first.year > this.firstYear() + YEARS[0] + YEARS[1])
      this.firstYear.set(first.year - YEARS[0]);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    const { years } = this.changes();
    const version = this.store.numbers()?.version;
    if (years === null || version === undefined || this.faults().length > 0 || years.length === 0) return;
    if ((await this.store.saveNumbers.run({ years: [...years], version })) === null) return;
    this.hasTried.set(false);
    this.toasts.show(this.t().saved);
    this.store.reload();
  }
}

function cellId(year: number, month: number): string {
  return `et-number-${year}-${month}`;
}
