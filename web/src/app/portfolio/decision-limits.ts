import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Decision } from '@etatlotse/contracts/portfolio/plain';
import { FRAME_CODES } from '@etatlotse/contracts/demand/plain';
import { Icon } from '../ui/icon/icon';
import { Scroll } from '../ui/table/scroll';
import { Unknown } from '../ui/unknown/unknown';
import type { DecisionView } from './decision-look';
import { fteText, frameName, limitAmount } from './decision-words';
import { portfolioLabels } from './portfolio.labels';

interface LimitCell {
  readonly year: number;
  readonly text: string | null;
  readonly left: string;
  readonly share: number;
  readonly isOver: boolean;
  readonly note: string;
}

interface LimitLine {
  readonly name: string;
  readonly note: string;
  readonly cells: readonly LimitCell[];
}

/** Money of each frame and staff, year by year, with what the ranking takes from it. What is not known is hatched. */
@Component({
  selector: 'et-decision-limits',
  imports: [Icon, Scroll, Unknown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-scroll [label]="t().limits">
    <table class="et-table et-decision-limits">
      <caption class="et-hidden">
        {{
          t().limits
        }}
      </caption>
      <thead>
        <tr>
          <th scope="col">{{ t().frame }}</th>
          @for (year of decision().years; track year) {
            <th scope="col" class="n">{{ year }}</th>
          }
        </tr>
      </thead>
      <tbody>
        @for (line of lines(); track line.name) {
          <tr>
            <th scope="row">
              {{ line.name }}
              @if (line.note) {
                <small class="et-muted">{{ line.note }}</small>
              }
            </th>
            @for (cell of line.cells; track cell.year) {
              <td class="n" [title]="cell.note">
                @if (cell.text === null) {
                  <et-unknown />
                } @else {
                  <span class="et-decision-limits__bar" aria-hidden="true"
                    ><i [class.et-decision-limits__full]="cell.isOver" [style.inline-size.%]="cell.share"></i></span
                  >{{ cell.text }}
                  <small [class.et-muted]="!cell.isOver">
                    @if (cell.isOver) {
                      <et-icon name="warning" [small]="true" class="et-icon--bad" />
                    }
                    {{ cell.left }}</small
                  >
                }
              </td>
            }
          </tr>
        }
      </tbody>
    </table>
  </et-scroll>`,
})
export class DecisionLimits {
  readonly decision = input.required<Decision>();
  readonly view = input.required<DecisionView>();
  protected readonly t = portfolioLabels;
  protected readonly lines = computed<readonly LimitLine[]>(() => {
    const frames = FRAME_CODES.map((frame) => {
      const cells = this.decision().years.map((year) => this.cell('money', frame, year));
      const isUnknown = cells.every(({ text }) => text === null);
      return { name: frameName(frame), note: isUnknown ? this.t().unknownFrame : '', cells };
    });
    const staff = this.decision().years.map((year) => this.cell('fte', null, year));
    return [...frames, { name: this.t().staff, note: this.staffNote(), cells: staff }];
  });

  private cell(kind: 'money' | 'fte', frame: string | null, year: number): LimitCell {
    const t = this.t();
    const limit = this.view().limits.find((one) => one.kind === kind && one.frame === frame && one.year === year);
    if (limit === undefined) {
      return {
        year,
        text: null,
        left: '',
        share: 0,
        isOver: false,
        note: kind === 'fte' ? t.unknownStaff : t.unknownFrame,
      };
    }
    const { used, left, amount } = limit;
    return {
      year,
      text: limitAmount(limit, used),
      left: left < 0 ? t.over(limitAmount(limit, -left)) : t.left(limitAmount(limit, left)),
      share: amount === 0 ? 100 : Math.min((100 * used) / amount, 100),
      isOver: left < 0,
      note: t.used(limitAmount(limit, used), limitAmount(limit, amount)),
    };
  }

  private staffNote(): string {
    const { staff, staffUnit } = this.decision();
    const [t, known] = [this.t(), staff.find(({ thousandths }) => thousandths !== null)];
    if (known === undefined) return t.unknownStaff;
    return known.basis === 'stated' ? t.statedStaff(known.source) : t.reckonedStaff(staffUnit?.name ?? fteText(0));
  }
}
