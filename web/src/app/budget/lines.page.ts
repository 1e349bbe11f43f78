import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { LineAssignment, LineRow } from '@etatlotse/contracts/budget';
import { LINE_GROUPINGS } from '@etatlotse/contracts/budget/plain';
import { bringsMoney } from '@etatlotse/domain/budget';
import { Permissions } from '../platform/permission';
import { SessionStore } from '../platform/session.store';
import { Download } from '../ui/download/download';
import { Amount } from '../ui/amount/amount';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { type Option, Select } from '../ui/choice/choice';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { StageBar, type StageFigures, stageTotalCents } from '../ui/stage-bar/stage-bar';
import { Failure, Loading } from '../ui/state/state';
import { Cell, type Column, Foot, VirtualTable } from '../ui/table/virtual-table';
import { revenueFigures } from '../ui/formula/revenue';
import { Icon } from '../ui/icon/icon';
import { Toasts } from '../ui/toast/toasts';
import { PlusUnknown } from '../ui/unknown/unknown';
import { budgetLabels } from './budget.labels';
import { FilterList } from './filter-list';
import { filterListLabels } from './filter-list.labels';
import { FilterSave } from './filter-save';
import { lineFormLabels } from './line-form.labels';
import { optionsOf } from './line-form-options';
import { LinesAssign } from './lines-assign';
import { LinesEmpty } from './lines-empty';
import { LinesGroups } from './lines-groups';
import { linesLabels } from './lines.labels';
import { provisionalLabels } from './provisional.labels';
import { LinesStore, WITHOUT } from './lines.store';

const SEARCH_AFTER_MS = 250;
const EMPTY_SUMS = { adjustedCents: 0, actualCents: 0, commitmentCents: 0, availableCents: 0 };

/** The fast list of lines: filters, sort and grouping stand in the address; the totals row sums everything it finds. */
@Component({
  selector: 'et-lines-page',
  imports: [
    Download,
    Amount,
    Button,
    Cell,
    Failure,
    FilterList,
    FilterSave,
    Foot,
    LinesAssign,
    LinesEmpty,
    LinesGroups,
    Loading,
    Notice,
    PageHead,
    PlusUnknown,
    RouterLink,
    Select,
    StageBar,
    Icon,
    TextField,
    VirtualTable,
  ],
  providers: [LinesStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './lines.page.html',
})
export class LinesPage {
  readonly q = input<string>();
  readonly frame = input<string>();
  readonly direction = input<string>();
  readonly runOrChange = input<string>();
  readonly unit = input<string>();
  readonly filter = input<string>();
  readonly sort = input<string>();
  readonly group = input<string>();

  protected readonly store = inject(LinesStore);
  protected readonly packages = computed(() => [
    { name: this.t().fiscalPackage(this.store.year()), href: this.store.packageUrl() },
  ]);
  protected readonly t = linesLabels;
  protected readonly provisional = provisionalLabels;
  protected readonly formWords = lineFormLabels;
  protected readonly filterWords = filterListLabels;
  /** Something was booked before the budget of the year was in force. */
  protected readonly hasProvisional = computed(() => this.store.rows().some(({ isProvisional }) => isProvisional));
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  private readonly permissions = inject(Permissions);
  private readonly toasts = inject(Toasts);
  protected readonly isSaving = signal(false);
  protected readonly isAssigning = signal(false);
  protected readonly isManaging = signal(false);
  protected readonly mayImport = computed(() => this.session.has('finance'));
  protected readonly mayWrite = computed(() => this.permissions.has('budget.line_write'));
  protected readonly maySave = computed(() => this.permissions.has('filter.write'));
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly euro = (cents: number): string => formatEuro(cents);
  protected readonly identity = (row: LineRow): string => row.id;

  protected readonly columns = computed((): readonly Column[] => [
    { key: 'name', label: this.t().line, isSortable: true },
    { key: 'number', label: this.t().number, isSortable: true, width: '8rem', isWideOnly: true },
    { key: 'unit', label: this.t().unitShort, width: '4.5rem', isWideOnly: true },
    { key: 'adjusted', label: this.t().adjusted, isNumber: true, isSortable: true, width: '8rem', isWideOnly: true },
    { key: 'actual', label: this.t().actual, isNumber: true, isSortable: true, width: '7.5rem', isWideOnly: true },
    {
      key: 'commitment',
      label: this.t().commitment,
      isNumber: true,
      isSortable: true,
      width: '8rem',
      isWideOnly: true,
    },
    { key: 'use', label: this.t().use, width: '6rem', isWideOnly: true },
    { key: 'available', label: this.t().available, isNumber: true, isSortable: true, width: '10rem' },
  ]);
  protected readonly frames = computed((): Option[] => [
    ...optionsOf(budgetLabels().frames),
    { value: 'none', label: budgetLabels().noFrame },
  ]);
  protected readonly directions = computed(() => optionsOf(budgetLabels().directions));
  protected readonly kinds = computed(() => optionsOf(budgetLabels().runOrChange));
  protected readonly units = computed(() =>
    this.store
      .units()
      .map((unit) => ({ value: unit.id, label: `${'\u2003'.repeat(unit.depth)}${unit.code} ${unit.name}` })),
  );
  protected readonly groupings = computed(() =>
    LINE_GROUPINGS.map((value) => ({ value, label: this.t().groups[value] })),
  );
  /** The saved ones, and the one of ours that the address asks for. */
  protected readonly filters = computed((): Option[] => {
    const place = this.store.without();
    const saved = this.store.savedFilters().map(({ id, name }) => ({ value: id, label: name }));
    return place === null ? saved : [...saved, { value: WITHOUT[place], label: this.t().withoutPlace[place] }];
  });
  protected readonly sums = computed(() => this.store.totals()?.balance ?? EMPTY_SUMS);
  protected readonly unknownFrames = computed(() => {
    const frames = this.store.totals()?.unknownFrames ?? [];
    return frames.map((code) => budgetLabels().frames[code]).join(', ') || null;
  });
  protected readonly revenue = computed(() => {
    const sums = this.store.totals()?.byDirection.filter(({ direction }) => bringsMoney(direction)) ?? [];
    return sums.map(({ direction, balance }) => {
      const { adjustedCents, receivedCents, openCents } = revenueFigures(balance);
      const name = this.t().revenueNames[direction === 'receipt' ? 'receipt' : 'revenue'];
      return this.t().revenueSum(name, formatEuro(adjustedCents), formatEuro(receivedCents), formatEuro(openCents));
    });
  });

  private typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      this.store.view.set({
        q: this.q(),
        frame: this.frame(),
        direction: this.direction(),
        runOrChange: this.runOrChange(),
        unitId: this.unit(),
        filterId: this.filter(),
        sort: this.sort(),
        group: this.group(),
      });
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.typing));
  }

  protected search(text: string): void {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.set('q', text), SEARCH_AFTER_MS);
  }

  protected set(name: string, value: string | null): void {
    void this.router.navigate([], {
      queryParams: { [name]: value === '' ? null : value },
      queryParamsHandling: 'merge',
      replaceUrl: name === 'q',
    });
  }

  protected clear(): void {
    void this.router.navigate([], { queryParams: { year: this.store.year() } });
  }

  protected async save(filter: { readonly name: string; readonly marksIt: boolean }): Promise<void> {
    const { group: _, sort: __, filterId: ___, ...criteria } = this.store.view();
    const asked = { ...criteria, ...this.store.placeless() };
    const set = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
    if ((await this.store.saveFilter.run({ ...filter, criteria: set })) === null) return;
    this.isSaving.set(false);
    this.store.reloadFilters();
    this.toasts.show(this.t().saved_);
  }

  /** A filter that is gone filters nothing any more. */
  protected filterDeleted(filterId: string): void {
    this.store.reloadFilters();
    if (this.store.view().filterId === filterId) this.set('filter', null);
  }

  protected async assign(assignment: LineAssignment): Promise<void> {
    const done = await this.store.assign.run(assignment, this.store.totals()?.lines ?? 0);
    if (done === null) return;
    this.isAssigning.set(false);
    this.store.reload();
    this.toasts.show(this.formWords().assigned(formatNumber(done.changed), formatNumber(done.lines)));
  }

  protected isRevenue(row: LineRow): boolean {
    return bringsMoney(row.direction);
  }

  protected open(row: LineRow): number {
    return revenueFigures(row).openCents;
  }

  protected stages(row: LineRow): StageFigures {
    return { ...row, availableCents: row.isAuthorityUnknown ? null : row.availableCents };
  }

  /** Each bar fills its cell: the column compares how far a line is, the amounts beside it say how much. */
  protected scale(row: LineRow): number {
    return stageTotalCents(this.stages(row));
  }
}
