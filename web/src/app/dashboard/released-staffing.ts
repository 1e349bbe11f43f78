import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { SnapshotStaffing } from '@etatlotse/contracts/snapshot/plain';
import { formatNumber } from '../ui/amount/format';
import { PhoneCards } from '../ui/table/phone-cards';
import { Scroll } from '../ui/table/scroll';
import { Unknown } from '../ui/unknown/unknown';
import { AskFigure } from './ask-figure';
import { releasedPartLabels } from './released-parts.labels';

const MICROS = 1_000_000;

/** Posts against what the cases need: three columns, never one. */
@Component({
  selector: 'et-released-staffing',
  imports: [AskFigure, PhoneCards, Scroll, Unknown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ t().staffing }}</h2>
    <p class="et-finding">{{ finding() }}</p>
    @if (staffing().rows.length > 0) {
      <et-scroll [label]="t().staffing">
        <table etPhoneCards class="et-table et-cards--pairs">
          <caption class="et-source">
            {{
              t().fte
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col">{{ t().unit }}</th>
              <th scope="col" class="n">{{ t().planned }}</th>
              <th scope="col" class="n">{{ t().occupied }}</th>
              <th scope="col" class="n">{{ t().required }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track row.name) {
              <tr [class.et-strong]="row.isTotal">
                <th scope="row">{{ row.name }}</th>
                <td class="n" [attr.data-label]="t().planned">
                  {{ fte(row.plannedFteMicros)
                  }}<et-ask-figure [figure]="'staff.' + row.key + '.planned'" [what]="row.name + ', ' + t().planned" />
                </td>
                <td class="n" [attr.data-label]="t().occupied">
                  {{ fte(row.occupiedFteMicros)
                  }}<et-ask-figure
                    [figure]="'staff.' + row.key + '.occupied'"
                    [what]="row.name + ', ' + t().occupied"
                  />
                </td>
                <td class="n" [attr.data-label]="t().required">
                  @if (row.requiredFteMicros === null) {
                    <et-unknown />
                  } @else {
                    {{ fte(row.requiredFteMicros) }}
                  }
                  <et-ask-figure [figure]="'staff.' + row.key + '.required'" [what]="row.name + ', ' + t().required" />
                </td>
              </tr>
            }
          </tbody>
        </table>
      </et-scroll>
    }`,
})
export class ReleasedStaffing {
  readonly staffing = input.required<SnapshotStaffing>();
  protected readonly t = releasedPartLabels;
  protected readonly rows = computed(() => [
    ...this.staffing().rows.map((row) => ({
      ...row,
      key: row.unitId,
      name: `${row.code} ${row.name}`.trim(),
      isTotal: false,
    })),
    { ...this.staffing().totals, key: 'all', name: this.t().allUnits, isTotal: true },
  ]);
  protected readonly finding = computed(() => {
    const words = this.t();
    const { occupiedFteMicros, requiredFteMicros, isComplete } = this.staffing().totals;
    if (requiredFteMicros === null) return words.staffingUnknown;
    const gap = requiredFteMicros - occupiedFteMicros;
    const said = gap > 0 ? words.staffingShort(this.fte(gap)) : words.staffingEnough(this.fte(-gap));
    return isComplete ? said : `${said} ${words.staffingPartly}`;
  });

  protected fte(micros: number): string {
    return formatNumber(micros / MICROS, 1);
  }
}
