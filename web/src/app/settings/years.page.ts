import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { CreateFiscalYear, SetFrameCeiling, TakeBooksStep } from '@etatlotse/contracts/planning';
import type { BooksStep, FiscalYearRow, FrameCeilingRow, FrameChangeRow } from '@etatlotse/contracts/planning/plain';
import type { FrameCode } from '@etatlotse/domain/budget';
import { newIdempotencyKey } from '../platform/api';
import { frameLabels } from '../platform/frame.labels';
import { SessionStore } from '../platform/session.store';
import { formatEuro } from '../ui/amount/format';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { unknownLabels } from '../ui/unknown/unknown.labels';
import { ApprovalCount } from './approval-count.store';
import { BooksStepForm } from './books-step-form';
import { CeilingForm } from './ceiling-form';
import { FrameHistory } from './frame-history';
import { FramesMatrix } from './frames-matrix';
import { FramesPanel } from './frames-panel';
import { SettingsTabs } from './settings-tabs';
import { settingsLabels } from './settings.labels';
import { YearForm } from './year-form';
import { YearsPanel } from './years-panel';
import { YearsStore } from './years.store';

/** What holds in a year: its frames with their ceilings, its books, its plan. */
@Component({
  selector: 'et-years-page',
  imports: [
    BooksStepForm,
    CeilingForm,
    Failure,
    FrameHistory,
    FramesMatrix,
    FramesPanel,
    Loading,
    PageHead,
    SettingsTabs,
    YearForm,
    YearsPanel,
  ],
  providers: [YearsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './years.page.html',
})
export class YearsPage {
  protected readonly store = inject(YearsStore);
  private readonly session = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  private readonly approvals = inject(ApprovalCount);
  protected readonly t = settingsLabels;

  protected readonly stepAt = signal<{ year: FiscalYearRow; step: BooksStep } | null>(null);
  protected readonly isAdding = signal(false);
  private yearKey = newIdempotencyKey();
  private readonly editing = signal<FrameCode | null>(null);
  private readonly reading = signal<FrameCode | null>(null);
  protected readonly historyRows = signal<readonly FrameChangeRow[] | null>(null);

  /** Looked up anew after each reading, so that a form holds the version that stands now. */
  protected readonly edited = computed(() => this.frameOf(this.editing()));
  protected readonly read = computed(() => this.frameOf(this.reading()));
  protected readonly lead = computed(() => {
    const words = settingsLabels();
    const year = this.store.current();
    if (this.store.years() === null) return '';
    if (year === null) return words.leadMissing(this.store.year());
    const books = words.leadBooks[year.booksState](year.fiscalYear);
    if (year.planInForce) return `${books} ${words.leadPlan(year.planInForce.name)}`;
    return year.isProvisional ? `${books} ${words.leadProvisional}` : books;
  });
  protected readonly nextYear = computed(() => {
    const years = this.store.years() ?? [];
    return Math.max(this.store.year() - 1, ...years.map(({ fiscalYear }) => fiscalYear)) + 1;
  });

  protected edit(frame: FrameCode): void {
    this.store.setCeiling.clear();
    this.editing.set(frame);
  }

  protected async save(change: SetFrameCeiling): Promise<void> {
    const frame = this.editing();
    if (frame === null) return;
    const saved = await this.store.setCeiling.run(frame, change);
    this.store.reloadFrames();
    if (saved === null) return;
    const amount = change.ceilingCents === null ? unknownLabels().unknown : formatEuro(change.ceilingCents);
    this.toasts.show(settingsLabels().ceiling.saved(frameLabels().names[frame], amount));
    this.editing.set(null);
  }

  protected closeCeiling(): void {
    this.editing.set(null);
  }

  protected async showHistory(frame: FrameCode): Promise<void> {
    this.historyRows.set(null);
    this.reading.set(frame);
    this.historyRows.set(await this.store.history.run(frame));
  }

  protected closeHistory(): void {
    this.reading.set(null);
  }

  protected ask(at: { year: FiscalYearRow; step: BooksStep }): void {
    this.store.takeStep.clear();
    this.stepAt.set(at);
  }

  protected async take(step: TakeBooksStep): Promise<void> {
    const year = this.stepAt()?.year.fiscalYear;
    if (year === undefined) return;
    const taken = await this.store.takeStep.run(year, step);
    this.store.reloadYears();
    if (taken === null) return;
    const words = settingsLabels().step;
    this.toasts.show(taken.approvalId === null ? words.opened(year) : words.asked(year));
    this.approvals.reload();
    this.stepAt.set(null);
  }

  protected startYear(): void {
    this.yearKey = newIdempotencyKey();
    this.store.createYear.clear();
    this.isAdding.set(true);
  }

  protected async add(year: CreateFiscalYear): Promise<void> {
    if ((await this.store.createYear.run(year, this.yearKey)) === null) return;
    const years = year.isTwoYears ? `${year.fiscalYear}/${year.fiscalYear + 1}` : String(year.fiscalYear);
    this.toasts.show(settingsLabels().add.saved(years));
    this.isAdding.set(false);
    this.store.reloadYears();
    this.store.reloadFrames();
    await this.session.stay();
  }

  private frameOf(code: FrameCode | null): FrameCeilingRow | null {
    return this.store.frames()?.frames.find(({ frame }) => frame === code) ?? null;
  }
}
