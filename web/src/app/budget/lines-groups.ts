import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LineGroup, LineTotals } from '@etatlotse/contracts/budget';
import type { LineGrouping } from '@etatlotse/contracts/budget/plain';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { Scroll } from '../ui/table/scroll';
import { budgetLabels } from './budget.labels';
import { linesLabels } from './lines.labels';

/** Which address parameter filters by the key of a grouping; groupings without one are not links. */
const FILTER_OF: Partial<Record<LineGrouping, string>> = {
  frame: 'frame',
  unit: 'unit',
  direction: 'direction',
  runOrChange: 'runOrChange',
};

/** Lines summed by one classification. Spending only; revenue never joins the sum. */
@Component({
  selector: 'et-lines-groups',
  imports: [Amount, RouterLink, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-scroll [label]="t().groups[grouping()]">
    <table class="et-table et-table--sticky">
      <thead>
        <tr>
          <th scope="col">{{ t().groups[grouping()] }}</th>
          <th scope="col" class="n et-wide-only">{{ t().count }}</th>
          <th scope="col" class="n et-wide-only">{{ t().adjusted }}</th>
          <th scope="col" class="n et-wide-only">{{ t().actual }}</th>
          <th scope="col" class="n et-wide-only">{{ t().commitment }}</th>
          <th scope="col" class="n">{{ t().available }}</th>
        </tr>
      </thead>
      <tbody>
        @for (group of groups(); track group.key) {
          <tr>
            <th scope="row">
              @if (link(group); as params) {
                <a routerLink="/budget/lines" [queryParams]="params" queryParamsHandling="merge">{{ name(group) }}</a>
              } @else {
                {{ name(group) }}
              }
            </th>
            <td class="n et-wide-only">{{ number(group.lines) }}</td>
            <td class="n et-wide-only"><et-amount form="cents" [cents]="group.balance.adjustedCents" /></td>
            <td class="n et-wide-only"><et-amount form="cents" [cents]="group.balance.actualCents" /></td>
            <td class="n et-wide-only"><et-amount form="cents" [cents]="group.balance.commitmentCents" /></td>
            <td class="n"><et-amount form="cents" [alarming]="true" [cents]="group.balance.availableCents" /></td>
          </tr>
        }
      </tbody>
      @if (totals(); as sums) {
        <tfoot>
          <tr>
            <th scope="row">{{ t().sum }}</th>
            <td class="n et-wide-only">{{ number(sums.lines) }}</td>
            <td class="n et-wide-only"><et-amount form="cents" [cents]="sums.balance.adjustedCents" /></td>
            <td class="n et-wide-only"><et-amount form="cents" [cents]="sums.balance.actualCents" /></td>
            <td class="n et-wide-only"><et-amount form="cents" [cents]="sums.balance.commitmentCents" /></td>
            <td class="n"><et-amount form="cents" [cents]="sums.balance.availableCents" /></td>
          </tr>
        </tfoot>
      }
    </table>
  </et-scroll>`,
})
export class LinesGroups {
  readonly groups = input.required<readonly LineGroup[]>();
  readonly grouping = input.required<LineGrouping>();
  readonly totals = input.required<LineTotals | null>();
  protected readonly t = linesLabels;
  protected readonly number = (value: number): string => formatNumber(value);
  private readonly words = computed((): Readonly<Record<string, string>> => {
    const words = budgetLabels();
    switch (this.grouping()) {
      case 'frame':
        return words.frames;
      case 'direction':
        return words.directions;
      case 'sphere':
        return words.spheres;
      case 'runOrChange':
        return words.runOrChange;
      case 'serviceClass':
        return words.serviceClasses;
      case 'networkZone':
        return words.networkZones;
      default:
        return {};
    }
  });

  protected name(group: LineGroup): string {
    if (group.key === null || group.key === '') {
      return this.grouping() === 'frame' ? budgetLabels().noFrame : this.t().without;
    }
    return this.words()[group.key] ?? (group.label === '' ? group.key : `${group.key} ${group.label}`.trim());
  }

  protected link(group: LineGroup): Record<string, string | null> | null {
    const name = FILTER_OF[this.grouping()];
    if (name === undefined || group.key === null || group.key === '') return null;
    return { group: null, [name]: group.key };
  }
}
