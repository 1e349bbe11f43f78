import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { SnapshotGoal, SnapshotRollout } from '@etatlotse/contracts/snapshot/plain';
import { formatNumber } from '../ui/amount/format';
import { Bound } from '../ui/bound/bound';
import { formatDate } from '../ui/date/format';
import { PhoneCards } from '../ui/table/phone-cards';
import { Scroll } from '../ui/table/scroll';
import { AskFigure } from './ask-figure';
import { releasedPartLabels } from './released-parts.labels';

type Row = SnapshotGoal & { readonly rollout: string; readonly isStale: boolean; readonly reportedOn: string };

/** Goals of the roll-outs with their day, the first day beside it, and what was last counted. */
@Component({
  selector: 'et-released-rollouts',
  imports: [AskFigure, Bound, PhoneCards, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ t().rollouts }}</h2>
    <p class="et-finding">{{ finding() }}</p>
    @if (rows().length > 0) {
      <et-scroll [label]="t().rollouts">
        <table etPhoneCards class="et-table et-cards--pairs">
          <thead>
            <tr>
              <th scope="col">{{ t().goal }}</th>
              <th scope="col">{{ t().goalOn }}</th>
              <th scope="col" class="n">{{ t().share }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track row.id) {
              <tr>
                <th scope="row">
                  {{ row.name }}
                  <small class="et-under et-muted">{{ row.rollout }}</small>
                </th>
                <td class="et-num" [attr.data-label]="t().goalOn">
                  {{ date(row.goalOn) }}
                  @if (row.firstGoalOn !== row.goalOn) {
                    <small class="et-under et-muted">{{ t().first(date(row.firstGoalOn)) }}</small>
                  }
                </td>
                <td class="n" [attr.data-label]="t().share">
                  <et-bound form="percent" [value]="row.share" /><et-ask-figure
                    [figure]="'goal.' + row.id"
                    [what]="row.name + ', ' + t().share"
                  />
                  <small class="et-under et-muted">{{ remark(row) }}</small>
                </td>
              </tr>
            }
          </tbody>
        </table>
      </et-scroll>
    }`,
})
export class ReleasedRollouts {
  readonly rollouts = input.required<readonly SnapshotRollout[]>();
  protected readonly t = releasedPartLabels;
  protected readonly date = formatDate;
  protected readonly rows = computed((): readonly Row[] =>
    this.rollouts()
      .flatMap(({ name, goals, isStale, reportedOn }) =>
        goals.map((goal) => ({ ...goal, rollout: name, isStale, reportedOn })),
      )
      .toSorted((first, second) => (first.goalOn < second.goalOn ? -1 : first.goalOn > second.goalOn ? 1 : 0)),
  );
  protected readonly finding = computed(() => {
    const [next] = this.rows();
    return next === undefined
      ? this.t().rolloutsNone
      : this.t().rolloutsFinding(formatNumber(this.rows().length), formatDate(next.goalOn));
  });

  protected remark({ measuredOn, isFromSource, isStale, reportedOn }: Row): string {
    const words = this.t();
    const told = isStale ? words.stale(formatDate(reportedOn)) : words.reported(formatDate(measuredOn ?? reportedOn));
    return isFromSource ? `${told}, ${words.source}` : told;
  }
}
