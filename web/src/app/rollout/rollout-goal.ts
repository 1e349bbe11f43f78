import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { GoalMeasurement, RolloutGoal } from '@etatlotse/contracts/rollout/plain';
import { formatNumber } from '../ui/amount/format';
import { Bound, dayText, daysText, gapText, boundText, statementText } from '../ui/bound/bound';
import { Button } from '../ui/button/button';
import { Chart } from '../ui/chart/chart';
import type { LineChart } from '../ui/chart/chart.types';
import { formatDate } from '../ui/date/format';
import { Notice } from '../ui/notice/notice';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { Unknown } from '../ui/unknown/unknown';
import { OUTLOOK_LOOKS, outlookOf } from './rollout-look';
import { rolloutPageLabels } from './rollout-page.labels';
import { goalSentence } from './rollout-sentence';
import { rolloutLabels } from './rollout.labels';

/** One goal: what was stated, what is needed, when it will be reached, what the rest costs; and every statement. */
@Component({
  selector: 'et-rollout-goal',
  imports: [Bound, Button, Chart, Notice, RouterLink, Scroll, Tag, Unknown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './rollout-goal.html',
})
export class RolloutGoalPanel {
  readonly goal = input.required<RolloutGoal>();
  /** The newest first, also those that were corrected. */
  readonly measurements = input.required<readonly GoalMeasurement[]>();
  /** After how many days a report is old: a setting of the city. */
  readonly reportDays = input.required<number>();
  readonly mayLead = input(false);
  /** A measurement to correct, or null for a new one. */
  readonly measure = output<GoalMeasurement | null>();
  readonly edit = output<void>();
  protected readonly t = rolloutPageLabels;
  protected readonly words = rolloutLabels;
  protected readonly date = formatDate;
  protected readonly number = formatNumber;
  protected readonly days = daysText;
  protected readonly stated = statementText;
  protected readonly gap = gapText;
  protected readonly outlook = computed(() => outlookOf(this.goal()));
  protected readonly look = computed(() => OUTLOOK_LOOKS[this.outlook()]);
  protected readonly finding = computed(() => goalSentence(this.goal()));
  protected readonly mayMeasure = computed(() => this.mayLead() || this.goal().mayMeasure);
  protected readonly isBound = computed(() => {
    const share = this.goal().share;
    return share !== null && share.bound !== 'exact';
  });
  protected readonly arrival = computed(() => {
    const { arrival } = this.goal().pace;
    if (arrival.kind === 'on') return dayText(arrival.day, arrival.bound);
    return arrival.kind === 'unknown' ? null : this.words().outlooks[arrival.kind];
  });

  /** The share over time; nothing to draw with fewer than two shares. */
  protected readonly chart = computed<LineChart | null>(() => {
    const t = this.t();
    const points = this.measurements()
      .filter(({ share, isSuperseded }) => share !== null && !isSuperseded)
      .toReversed();
    const last = points.at(-1);
    if (points.length < 2 || last === undefined || last.share === null) return null;
    return {
      kind: 'line',
      question: t.chartQuestion,
      sentence: t.chartSentence(boundText(last.share, 'percent'), formatDate(last.measuredOn)),
      unit: 'percent',
      categories: points.map(({ measuredOn }) => formatDate(measuredOn)),
      series: [
        {
          label: t.chartSeries,
          tone: 'ist',
          values: points.map(({ share }) => (share?.value ?? 0) / 10_000),
          note: boundText(last.share, 'percent'),
        },
      ],
      target: { label: this.words().goal, value: 1 },
    };
  });
}
