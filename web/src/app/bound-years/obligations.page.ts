import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { RecordObligation } from '@etatlotse/contracts/authority';
import type { ObligationRow } from '@etatlotse/contracts/authority/plain';
import { FRAME_CODES } from '@etatlotse/domain/budget';
import { newIdempotencyKey } from '../platform/api';
import { Clock } from '../platform/clock';
import { FiscalYear } from '../platform/fiscal-year';
import { frameLabels } from '../platform/frame.labels';
import { Download } from '../ui/download/download';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { BoundTabs } from './bound-tabs';
import { commitmentLabels } from './commitment.labels';
import { ObligationForm } from './obligation-form';
import { ObligationReversal } from './obligation-reversal';
import { ObligationTable } from './obligation-table';
import { ObligationsStore } from './obligations.store';

/** Years that the filter offers: the one at hand and those it can bind. */
const LATER_YEARS = 6;

/** Orders and contracts that burden later years; from a bar of the bound years it shows what binds just that one. */
@Component({
  selector: 'et-obligations-page',
  imports: [
    Download,
    BoundTabs,
    Button,
    Empty,
    Failure,
    Loading,
    ObligationForm,
    ObligationReversal,
    ObligationTable,
    PageHead,
    Select,
  ],
  providers: [ObligationsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './obligations.page.html',
})
export class ObligationsPage {
  /** `?of=2029&frame=CORE`: what binds that frame in that year. */
  readonly of = input<string>();
  readonly frame = input<string>();
  protected readonly store = inject(ObligationsStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly year = inject(FiscalYear).year;
  protected readonly today = new Date(inject(Clock).nowMs()).toISOString().slice(0, 10);
  protected readonly t = computed(() => commitmentLabels().obligations);
  protected readonly isAdding = signal(false);
  protected readonly reversing = signal<ObligationRow | null>(null);
  private key = newIdempotencyKey();

  protected readonly question = computed(() => {
    const { year } = this.store.filter();
    return year === null ? this.t().question : this.t().questionOf(year);
  });
  protected readonly years = computed(() =>
    Array.from({ length: LATER_YEARS }, (_, offset) => String(this.year() + offset)).map((year) => ({
      value: year,
      label: year,
    })),
  );
  protected readonly frames = computed(() =>
    FRAME_CODES.map((value) => ({ value, label: frameLabels().names[value] })),
  );

  constructor() {
    effect(() => this.store.wanted.set({ of: this.of(), frame: this.frame() }));
  }

  protected filter(key: 'of' | 'frame', value: string | null): void {
    void this.router.navigate([], { queryParams: { [key]: value }, queryParamsHandling: 'merge' });
  }

  protected start(): void {
    this.key = newIdempotencyKey();
    this.store.record.clear();
    this.isAdding.set(true);
  }

  protected async record(obligation: RecordObligation): Promise<void> {
    if ((await this.store.record.run(obligation, this.key)) === null) return;
    this.isAdding.set(false);
    this.store.reload();
    this.toasts.show(commitmentLabels().form.saved);
  }

  protected ask(obligation: ObligationRow): void {
    this.key = newIdempotencyKey();
    this.store.reverse.clear();
    this.reversing.set(obligation);
  }

  protected async reverse(obligation: ObligationRow, reason: string): Promise<void> {
    if ((await this.store.reverse.run(obligation.id, { reason }, this.key)) === null) return;
    this.reversing.set(null);
    this.store.reload();
    this.toasts.show(this.t().reversedDone);
  }
}
