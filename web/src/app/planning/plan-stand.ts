import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type PlanAsOf, type PlanVersionDetail, PLANNING_PATHS } from '@etatlotse/contracts/planning/plain';
import { isPlainDate } from '@etatlotse/domain/shared';
import { problemOf } from '../platform/problem';
import { formatNumber } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import { DateField } from '../ui/field/date-field';
import { Failure, Loading } from '../ui/state/state';
import { planCompareLabels } from './plan-compare.labels';
import { PlanTotals } from './plan-totals';
import { planningLabels } from './planning.labels';

/** What the version said at the end of an earlier day (recorded clock). The day stands in the address. */
@Component({
  selector: 'et-plan-stand',
  imports: [DateField, Failure, Loading, PlanTotals, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
    <h2>{{ t().stand }}</h2>
    <div class="et-plans__filter et-plan__stand">
      <et-date-field
        [label]="t().standDay"
        [hint]="t().standHint"
        [value]="day() ?? null"
        (valueChange)="choose($event)"
      />
    </div>
    @if (failure(); as refused) {
      <et-failure [failure]="refused" (retry)="reload()" />
    } @else if (answer(); as then) {
      @if (then.isKnown) {
        <p class="et-finding">{{ sentence() }}</p>
        <et-plan-totals [version]="versionThen()" [label]="t().standDay + ' ' + date(then.day)" />
        <div class="et-actions et-actions--below">
          <a
            routerLink="/planning/compare"
            [queryParams]="{ versions: version().id + '@' + then.day + ',' + version().id, years: 'all' }"
            queryParamsHandling="merge"
            >{{ t().standSince }}</a
          >
          <a [href]="paper()" download>{{ t().standPaper }}</a>
        </div>
      } @else {
        <p class="et-muted" role="status">{{ t().standUnknown(date(then.knownFrom)) }}</p>
      }
    } @else if (isAsked()) {
      <et-loading [lines]="2" />
    }
  </section>`,
})
export class PlanStand {
  readonly version = input.required<PlanVersionDetail>();
  /** `?stand=` of the address. */
  readonly day = input<string>();
  private readonly router = inject(Router);
  protected readonly t = planCompareLabels;
  protected readonly date = formatDate;
  protected readonly isAsked = computed(() => isPlainDate(this.day()));

  private readonly resource = httpResource<PlanAsOf>(() =>
    this.isAsked() ? { url: PLANNING_PATHS.planAsOf(this.version().id), params: { day: this.day() ?? '' } } : undefined,
  );
  protected readonly answer = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  protected readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  /** The same table as today's totals, with the amounts of that day. */
  protected readonly versionThen = computed(() => ({
    ...this.version(),
    totals: (this.answer()?.totals ?? []) as PlanVersionDetail['totals'],
  }));
  protected readonly sentence = computed(() => {
    const then = this.answer();
    if (then === null) return '';
    const lines = formatNumber(then.lines);
    return then.state === null
      ? planCompareLabels().standNoState(lines)
      : planCompareLabels().standState(planningLabels().states[then.state], lines);
  });
  protected readonly paper = computed(
    () => `${PLANNING_PATHS.planPaper(this.version().id)}?asOf=${this.answer()?.day ?? ''}`,
  );

  /** A day that is half typed is no day yet. */
  protected choose(day: string | null): void {
    if (day !== (this.day() ?? null)) {
      void this.router.navigate([], { queryParams: { stand: day }, queryParamsHandling: 'merge' });
    }
  }

  protected reload(): void {
    this.resource.reload();
  }
}
