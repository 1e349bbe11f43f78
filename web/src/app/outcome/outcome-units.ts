import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { OutcomeCount, OutcomeDetail } from '@etatlotse/contracts/outcome/plain';
import { Amount } from '../ui/amount/amount';
import { Bound, boundText, countText } from '../ui/bound/bound';
import { Chart } from '../ui/chart/chart';
import type { BarChart } from '../ui/chart/chart.types';
import { formatDate } from '../ui/date/format';
import { Scroll } from '../ui/table/scroll';
import { outcomeLabels } from './outcome.labels';

/** Units beside each other, the dearest first; where cost is paid centrally, that is said. */
@Component({
  selector: 'et-outcome-units',
  imports: [Amount, Bound, Chart, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
    <h2>{{ t().units }}</h2>
    @if (outcome().units.length === 0) {
      <p class="et-finding">{{ t().unitsNone }}</p>
    } @else {
      <p class="et-finding">{{ finding() }}</p>
      @if (chart(); as drawn) {
        <et-chart [chart]="drawn" size="normal" />
      }
      <et-scroll [label]="t().units">
        <table class="et-table et-cards et-cards--pairs">
          <caption class="et-hidden">
            {{
              t().units
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col">{{ t().unit }}</th>
              <th scope="col" class="n">{{ t().perPiece }}</th>
              <th scope="col" class="n">{{ t().quantity }}</th>
              <th scope="col" class="n">{{ t().inEuro(t().cost) }}</th>
              <th scope="col">{{ t().measured }}</th>
            </tr>
          </thead>
          <tbody>
            @for (count of outcome().units; track count.id) {
              <tr>
                <th scope="row">{{ count.unitName }}</th>
                <td class="n" [attr.data-label]="t().perPiece"><et-bound form="euro" [value]="count.perPiece" /></td>
                <td class="n" [attr.data-label]="t().quantity">{{ counted(count.operator, count.quantity) }}</td>
                <td class="n" [attr.data-label]="t().cost">
                  @if (count.costCents === null) {
                    <span class="et-muted">{{ t().shared }}</span>
                  } @else {
                    <et-amount form="cents" [cents]="count.costCents" />
                  }
                </td>
                <td [attr.data-label]="t().measured">
                  {{ date(count.measuredOn) }}
                  @if (outcome().mayWrite) {
                    <button
                      type="button"
                      class="et-link-button"
                      [attr.aria-label]="t().correct(date(count.measuredOn)) + ': ' + count.unitName"
                      (click)="correct.emit(count)"
                    >
                      {{ t().correctShort }}
                    </button>
                  }
                </td>
              </tr>
            }
          </tbody>
        </table>
      </et-scroll>
      <p class="et-source">{{ t().unitsShared }}</p>
    }
  </section>`,
})
export class OutcomeUnits {
  readonly outcome = input.required<OutcomeDetail>();
  readonly correct = output<OutcomeCount>();
  protected readonly t = outcomeLabels;
  protected readonly date = formatDate;
  protected readonly counted = countText;
  private readonly priced = computed(() => this.outcome().units.filter(({ perPiece }) => perPiece !== null));

  protected readonly finding = computed(() => {
    const [dear, cheap] = [this.priced()[0], this.priced().at(-1)];
    if (!dear?.perPiece || !cheap?.perPiece || dear === cheap) return this.t().unitsShared;
    return this.t().unitsFinding(
      dear.unitName ?? '',
      boundText(dear.perPiece, 'euro'),
      cheap.unitName ?? '',
      boundText(cheap.perPiece, 'euro'),
    );
  });

  protected readonly chart = computed<BarChart | null>(() => {
    const priced = this.priced();
    if (priced.length < 2) return null;
    return {
      kind: 'bar',
      question: this.t().units,
      sentence: this.finding(),
      unit: 'cents',
      isHorizontal: true,
      categories: priced.map(({ unitName }) => unitName ?? ''),
      series: [
        {
          label: this.t().perPiece,
          tone: 'ist',
          values: priced.map(({ perPiece }) => perPiece?.value ?? null),
          hatched: priced.map(({ perPiece }) => perPiece?.bound !== 'exact'),
        },
      ],
    };
  });
}
