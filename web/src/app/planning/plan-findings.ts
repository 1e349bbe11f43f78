import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PlanFindingRow, PlanFindings } from '@etatlotse/contracts/planning/plain';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Icon } from '../ui/icon/icon';
import { Scroll } from '../ui/table/scroll';
import { planningLabels } from './planning.labels';

/** Why a version cannot be introduced yet (T2), line by line, each with the way to the line. */
@Component({
  selector: 'et-plan-findings',
  imports: [Icon, RouterLink, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel" id="findings">
    <h2>{{ t().findings }}</h2>
    @if (findings().count === 0) {
      <p class="et-finding et-plan__fine">
        <et-icon name="check_circle" class="et-icon--ok" /><span>{{ t().findingsNone }}</span>
      </p>
    } @else {
      <p class="et-finding et-plan__fine">
        <et-icon name="error" class="et-icon--bad" /><span>{{ sentence() }}</span>
      </p>
      <et-scroll [label]="t().findings">
        <table class="et-table et-cards">
          <thead>
            <tr>
              <th scope="col">{{ t().findingLine }}</th>
              <th scope="col">{{ t().findingWhat }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of findings().rows; track $index) {
              <tr>
                <th scope="row">
                  @if (row.lineId) {
                    <a [routerLink]="['/budget/lines', row.lineId]" queryParamsHandling="preserve">{{
                      row.lineName || row.lineNumber
                    }}</a>
                    <span class="et-tiny et-muted">{{ row.lineNumber }}</span>
                  } @else {
                    {{ t().wholeVersion }}
                  }
                </th>
                <td class="et-plan__finding">{{ textOf(row) }}</td>
              </tr>
            }
          </tbody>
        </table>
      </et-scroll>
      @for (place of homeless(); track place) {
        <p>
          <a routerLink="/budget/lines" [queryParams]="{ filter: FILTERS[place], year: year() }">{{
            t().assignPlace[place]
          }}</a>
        </p>
      }
      @if (findings().rows.length < findings().count) {
        <p class="et-source">{{ t().findingsShown(number(findings().rows.length), number(findings().count)) }}</p>
      }
    }
  </section>`,
})
export class PlanFindingList {
  readonly findings = input.required<PlanFindings>();
  readonly year = input.required<number>();
  protected readonly t = planningLabels;
  /** Filters of the list of lines. */
  protected readonly FILTERS = { subBudget: 'without-sub-budget', product: 'without-product' } as const;
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly sentence = computed(() => {
    const { count } = this.findings();
    return count === 1 ? planningLabels().findingsOne : planningLabels().findingsCount(formatNumber(count));
  });

  /** Places in the plan that lines have not got: they are given to all of them at once, not line by line. */
  protected readonly homeless = computed(() =>
    (['subBudget', 'product'] as const).filter((place) =>
      this.findings().rows.some(({ code, missing }) => code === 'LINE_INCOMPLETE' && missing.includes(place)),
    ),
  );

  protected textOf(row: PlanFindingRow): string {
    const { findingTexts, missing } = planningLabels();
    switch (row.code) {
      case 'LINE_INCOMPLETE':
        return findingTexts.LINE_INCOMPLETE(row.missing.map((part) => missing[part]).join(', '));
      case 'ACCOUNT_NOT_IN_FRAME':
      case 'ACCOUNT_UNCLASSIFIED':
        return findingTexts[row.code](row.account ?? '');
      case 'YEAR_OUTSIDE_WINDOW':
        return findingTexts.YEAR_OUTSIDE_WINDOW(String(row.fiscalYear ?? ''));
      case 'BOUND_NOT_PLANNED':
        return findingTexts.BOUND_NOT_PLANNED(
          String(row.fiscalYear ?? ''),
          formatEuro(row.boundCents ?? 0),
          formatEuro(row.plannedCents ?? 0),
        );
      default:
        return findingTexts[row.code];
    }
  }
}
