import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { EXTRA_STATES } from '@etatlotse/domain/authority';
import type { ExtraRow, ExtraStateSum } from '@etatlotse/contracts/authority/plain';
import { ruleLabels } from '../platform/rule.labels';
import { Download } from '../ui/download/download';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { AuthorityTabs } from './authority-tabs';
import { extraListLabels } from './extra-list.labels';
import { ExtraListStore } from './extra-list.store';
import { EXTRA_LOOKS } from './extra-look';
import { bothSides } from './extra-sides';
import { extraLabels } from './extra.labels';

/** All requests of the year with their sums: what was granted, what waits for whom. */
@Component({
  selector: 'et-extra-list-page',
  imports: [
    Download,
    Amount,
    AuthorityTabs,
    Button,
    Choice,
    Empty,
    Failure,
    Loading,
    PageHead,
    RouterLink,
    Scroll,
    Tag,
  ],
  providers: [ExtraListStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './extra-list.page.html',
})
export class ExtraListPage {
  /** `?state=` of the address. */
  readonly state = input<string>();
  protected readonly store = inject(ExtraListStore);
  private readonly router = inject(Router);
  protected readonly t = extraListLabels;
  protected readonly words = extraLabels;
  protected readonly rules = ruleLabels;
  protected readonly looks = EXTRA_LOOKS;
  /** A new request begins empty, wherever one comes from. */
  protected readonly newRequest = { draft: null, line: null, amountCents: null };
  protected readonly number = (value: number): string => formatNumber(value);

  protected readonly lead = computed(() => {
    const t = this.t();
    const granted = sidesOf(this.store.sums().filter(({ state }) => state === 'granted'));
    const open = sidesOf(this.store.sums().filter(({ state }) => state === 'submitted' || state === 'examined'));
    if (this.store.rows() === null) return '';
    if (granted && open) return t.lead(granted, open);
    if (granted) return t.leadGranted(granted);
    return open ? t.leadOpen(open) : t.leadNone;
  });
  protected readonly states = computed(() => [
    { value: 'all', label: this.t().all },
    ...this.sums().map(({ state }) => ({ value: state, label: this.words().states[state] })),
  ]);
  /** In the order of the way, whatever order they came in. */
  protected readonly sums = computed(() =>
    EXTRA_STATES.flatMap((state) => this.store.sums().filter((sum) => sum.state === state)),
  );

  constructor() {
    effect(() => this.store.wantedState.set(this.state()));
  }

  protected filter(state: string | null): void {
    const queryParams = { state: state === 'all' ? null : state };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected kindsOf(row: ExtraRow): string {
    return row.kinds.map((kind) => this.rules().kinds[kind]).join(', ');
  }

  protected decisionOf(row: ExtraRow): string {
    if (row.decider === null || row.decidedOn === null) return '–';
    return this.t().by(this.rules().deciders[row.decider], formatDate(row.decidedOn));
  }
}

function sidesOf(sums: readonly ExtraStateSum[]): string {
  return bothSides({
    operating: sums.reduce((sum, { operatingCents }) => sum + operatingCents, 0),
    investing: sums.reduce((sum, { investingCents }) => sum + investingCents, 0),
  });
}
