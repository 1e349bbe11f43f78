import { httpResource } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import {
  type CoverView,
  type Decision,
  type DecisionDemand,
  PORTFOLIO_PATHS,
  type Ratings,
  SCORE_CRITERIA,
  type ScoreCriterion,
  scoreOf,
  startsOf,
  TOP_RATING,
} from '@etatlotse/contracts/portfolio/plain';
import { query } from '../platform/api';
import { Amount } from '../ui/amount/amount';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { Slider } from '../ui/slider/slider';
import { Scroll } from '../ui/table/scroll';
import { Unknown } from '../ui/unknown/unknown';
import { DecisionWorkStore } from './decision-work.store';
import { decisionWorkLabels } from './decision-work.labels';
import { fteText, pointsText } from './decision-words';

/** One demand at the decision: its rating by the city's criteria, the year in which it begins, and what it takes then. */
@Component({
  selector: 'et-rating-form',
  imports: [Amount, Button, Dialog, Notice, Scroll, Select, Slider, TextField, Unknown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './rating-form.html',
})
export class RatingForm {
  readonly decision = input.required<Decision>();
  readonly demand = input.required<DecisionDemand>();
  /** The year of the ranking as it stands. */
  readonly rankedStart = input.required<number>();
  readonly saved = output<void>();
  readonly closed = output<void>();
  protected readonly work = inject(DecisionWorkStore);
  protected readonly t = decisionWorkLabels;
  protected readonly top = TOP_RATING;
  protected readonly criteria = SCORE_CRITERIA;

  protected readonly draft = linkedSignal<Ratings>(() => this.demand().ratings);
  protected readonly reason = signal('');
  protected readonly start = linkedSignal<string | null>(() => String(this.rankedStart()));
  protected readonly isFixed = computed(() => this.demand().fixedYear !== null);
  protected readonly starts = computed(() =>
    startsOf(this.demand(), this.decision()).map((year) => ({ value: String(year), label: String(year) })),
  );
  protected readonly lead = computed(() =>
    this.t().rateLead(pointsText(scoreOf(this.draft(), this.decision().weights))),
  );
  private readonly coverResource = httpResource<CoverView>(() => ({
    url: PORTFOLIO_PATHS.cover(this.demand().id),
    params: query({ startYear: Number(this.start()) }),
  }));
  protected readonly cover = computed(() =>
    this.coverResource.hasValue()
      ? this.coverResource.value().years.map((year) => ({
          ...year,
          fte:
            year.introductionThousandths === null || year.operationThousandths === null
              ? null
              : fteText(year.introductionThousandths + year.operationThousandths),
          room: year.roomThousandths === null ? null : fteText(year.roomThousandths),
        }))
      : [],
  );

  protected weightOf(criterion: ScoreCriterion): string {
    const t = this.t();
    const { weights } = this.decision().weights;
    return `${t.criteriaHints[criterion]}, ${t.weightOf(String(weights[criterion]))}`;
  }

  protected rate(criterion: ScoreCriterion, value: number): void {
    this.draft.update((draft) => ({ ...draft, [criterion]: value }));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const [demand, draft, reason] = [this.demand(), this.draft(), this.reason().trim()];
    const isNew = !demand.isRated || reason !== '' || SCORE_CRITERIA.some((one) => draft[one] !== demand.ratings[one]);
    const { benefit, urgency, reach, readiness } = draft;
    const rating = { benefit, urgency, reach, readiness, reason, version: demand.ratingVersion };
    const year = this.isFixed() || Number(this.start()) === demand.startYear ? null : Number(this.start());
    if ((await this.work.rating.run(demand, isNew ? rating : null, year)) !== null) this.saved.emit();
  }
}
