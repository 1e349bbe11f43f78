import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { DemandGap, DemandItem, StandardItem } from '@etatlotse/contracts/demand/plain';
import { Permissions } from '../platform/permission';
import { Button } from '../ui/button/button';
import { Conflict } from '../ui/conflict/conflict';
import { formatDate, formatTime } from '../ui/date/format';
import { TextField } from '../ui/field/text-field';
import { Icon } from '../ui/icon/icon';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Steps } from '../ui/steps/steps';
import { Tag } from '../ui/tag/tag';
import { DemandAccountingPreview } from './demand-accounting-preview';
import { emptyItem } from './demand-draft';
import { DemandEffect } from './demand-effect';
import { DemandFormAbout } from './demand-form-about';
import { DemandFormWhen } from './demand-form-when';
import { demandFormLabels } from './demand-form.labels';
import { DemandFormStore } from './demand-form.store';
import { DemandItemFields } from './demand-item-fields';
import { demandLabels } from './demand.labels';
import { StandardItemChoice } from './standard-item-choice';

const LAST_STEP = 3;

/** A demand in four steps, in plain words; what is typed is safe at once. */
@Component({
  selector: 'et-demand-form-page',
  imports: [
    Button,
    Conflict,
    DemandAccountingPreview,
    DemandEffect,
    DemandFormAbout,
    DemandFormWhen,
    DemandItemFields,
    Failure,
    Icon,
    Loading,
    Notice,
    PageHead,
    RouterLink,
    StandardItemChoice,
    Steps,
    Tag,
    TextField,
  ],
  providers: [DemandFormStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './demand-form.page.html',
})
export class DemandFormPage {
  /** Of the address. */
  readonly demandId = input.required<string>();
  readonly step = input<string>();
  protected readonly store = inject(DemandFormStore);
  private readonly router = inject(Router);
  private readonly permissions = inject(Permissions);
  protected readonly t = demandFormLabels;
  protected readonly words = demandLabels;
  protected readonly date = formatDate;
  protected readonly isChoosing = signal(false);
  protected readonly lateReason = signal('');

  protected readonly at = computed(() => {
    const step = Number(this.step() ?? 1) - 1;
    return Number.isInteger(step) && step >= 0 && step <= LAST_STEP ? step : 0;
  });
  protected readonly crumbs = computed(() => [
    { label: demandLabels().title, link: ['/demands'] },
    ...(this.store.demand() === null ? [] : [{ label: demandLabels().number(this.store.demand()?.number ?? 0) }]),
  ]);
  protected readonly question = computed(() => {
    const demand = this.store.demand();
    return this.t().question(demand === null ? '' : demandLabels().years(demand.firstYear, demand.lastYear));
  });
  protected readonly maySubmit = computed(() => this.permissions.has('demand.submit'));
  protected readonly isOverdue = computed(() => this.store.demand()?.isLate === true);
  protected readonly savedAt = computed(() => {
    const at = this.store.savedAtMs();
    return at === null ? null : formatTime(new Date(at).toISOString());
  });

  constructor() {
    effect(() => {
      const id = this.demandId();
      untracked(() => void this.store.open(id));
    });
  }

  protected addItem(item: Partial<DemandItem> = {}): void {
    const [draft, demand] = [this.store.draft(), this.store.demand()];
    if (draft === null || demand === null) return;
    const year = draft.earliestStartYear ?? demand.firstYear;
    this.store.set({ items: [...draft.items, { ...emptyItem(year), ...item }] });
  }

  protected take({ name, kind, rhythm, unit, unitPriceCents, basis, vatBasisPoints }: StandardItem): void {
    this.isChoosing.set(false);
    this.addItem({ label: name, kind, rhythm, unit, unitPriceCents, basis, vatBasisPoints, quantity: 1 });
  }

  protected changeItem(changed: DemandItem): void {
    const items = this.store.draft()?.items ?? [];
    this.store.set({ items: items.map((item) => (item.id === changed.id ? { ...changed } : item)) });
  }

  protected removeItem(id: string): void {
    this.store.set({ items: (this.store.draft()?.items ?? []).filter((item) => item.id !== id) });
  }

  /** Where in the form a gap is closed. */
  protected stepOf(gap: DemandGap): number {
    if (gap === 'items') return 1;
    return gap === 'start_year' || gap === 'start_order' ? 2 : 0;
  }

  protected async go(step: number): Promise<void> {
    const isSaved = this.store.state() === 'saved' || (await this.store.send());
    if (isSaved && step === LAST_STEP) await this.store.refresh();
    await this.router.navigate([], { queryParams: { step: step + 1 }, queryParamsHandling: 'merge' });
  }

  protected async submit(): Promise<void> {
    if (this.store.state() !== 'saved' && !(await this.store.send())) return;
    const sent = await this.store.submitting.run(
      this.demandId(),
      'submit',
      this.store.version(),
      this.lateReason().trim(),
    );
    if (sent !== null) await this.router.navigate(['/demands', this.demandId()], { queryParamsHandling: 'preserve' });
    else await this.store.refresh();
  }
}
