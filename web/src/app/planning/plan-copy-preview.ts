import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { PlanCopyPreview } from '@etatlotse/contracts/planning/plain';
import { Amount } from '../ui/amount/amount';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Scroll } from '../ui/table/scroll';
import { planCopyLabels } from './plan-copy.labels';
import { planningLabels } from './planning.labels';

/** What a copy would hold: sums before and after the rules, year by year, directions apart. */
@Component({
  selector: 'et-plan-copy-preview',
  imports: [Amount, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-plan-rules" aria-live="polite">
    <h3>{{ t().previewHeading }}</h3>
    <p class="et-small">{{ t().previewLines(number(preview().lines)) }}</p>
    @for (rule of found(); track $index) {
      <p class="et-small">{{ rule.sentence }}</p>
      @if (rule.sums.length) {
        <ul class="et-small">
          @for (sum of rule.sums; track $index) {
            <li>{{ sum }}</li>
          }
        </ul>
      }
    }
    <et-scroll [label]="t().previewHeading">
      <table class="et-table">
        <thead>
          <tr>
            <th scope="col">{{ t().year }}</th>
            <th scope="col">{{ t().direction }}</th>
            <th scope="col" class="n">{{ t().before }}</th>
            <th scope="col" class="n">{{ t().after }}</th>
            <th scope="col" class="n">{{ t().difference }}</th>
          </tr>
        </thead>
        <tbody>
          @for (total of totals(); track $index) {
            <tr>
              <th scope="row">{{ total.fiscalYear }}</th>
              <td>{{ total.direction }}</td>
              <td class="n"><et-amount form="cents" [cents]="total.beforeCents" /></td>
              <td class="n"><et-amount form="cents" [cents]="total.afterCents" /></td>
              <td class="n"><et-amount form="cents" [cents]="total.differenceCents" [signed]="true" /></td>
            </tr>
          }
        </tbody>
      </table>
    </et-scroll>
  </section>`,
})
export class PlanCopyPreviewTable {
  readonly preview = input.required<PlanCopyPreview>();
  protected readonly t = planCopyLabels;
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly totals = computed(() =>
    this.preview().totals.map((total) => ({
      ...total,
      direction: directionName(total.direction),
      differenceCents: total.afterCents - total.beforeCents,
    })),
  );
  protected readonly found = computed(() =>
    this.preview().rules.map(({ effects }, at) => ({
      sentence: foundSentence(at + 1, effects),
      sums: effects.map(({ fiscalYear, direction, beforeCents, afterCents }) =>
        planCopyLabels().recordSum(
          fiscalYear,
          directionName(direction),
          formatEuro(beforeCents),
          formatEuro(afterCents),
        ),
      ),
    })),
  );
}

/** A rule takes the same lines in every year, except those that are not planned in its basis. */
function foundSentence(place: number, effects: PlanCopyPreview['rules'][number]['effects']): string {
  const words = planCopyLabels();
  const most = new Map<string, number>();
  for (const { direction, lines } of effects) most.set(direction, Math.max(most.get(direction) ?? 0, lines));
  const lines = [...most.values()].reduce((sum, count) => sum + count, 0);
  if (lines === 0) return words.ruleFoundNone(place);
  return lines === 1 ? words.ruleFoundOne(place) : words.ruleFound(place, formatNumber(lines));
}

function directionName(code: PlanCopyPreview['totals'][number]['direction']): string {
  return code === 'unclassified' ? '–' : planningLabels().directions[code];
}
