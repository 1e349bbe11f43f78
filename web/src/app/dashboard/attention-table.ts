import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AttentionLine, BudgetOverview } from '@etatlotse/contracts/budget/plain';
import { Amount } from '../ui/amount/amount';
import type { IconName } from '../ui/icon/icons';
import { StageBar } from '../ui/stage-bar/stage-bar';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { PlusUnknown } from '../ui/unknown/unknown';
import { overviewLabels } from './overview.labels';
import { unknownNames } from './overview.sentences';

interface Look {
  readonly kind: 'bad' | 'warn' | 'info';
  readonly icon: IconName;
}
const LOOKS: Readonly<Record<AttentionLine['reason'], Look>> = {
  overdrawn: { kind: 'bad', icon: 'error' },
  over_authority: { kind: 'bad', icon: 'error' },
  tight: { kind: 'warn', icon: 'warning' },
  old_order: { kind: 'warn', icon: 'schedule' },
  slow_pace: { kind: 'info', icon: 'schedule' },
};

/** The lines that need a look and why, with the totals of all frames below. */
@Component({
  selector: 'et-attention-table',
  imports: [Amount, PlusUnknown, RouterLink, Scroll, StageBar, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-scroll [label]="t().attentionQuestion">
    <table class="et-table et-cards">
      <thead>
        <tr>
          <th scope="col">{{ t().line }}</th>
          <th scope="col">{{ t().frame }}</th>
          <th scope="col" class="n">{{ t().adjusted }}</th>
          <th scope="col" class="n">{{ t().actual }}</th>
          <th scope="col" class="n">{{ t().commitment }}</th>
          <th scope="col" class="et-attention__use">{{ t().use }}</th>
          <th scope="col" class="n">{{ t().availableHead }}</th>
          <th scope="col">{{ t().reason }}</th>
        </tr>
      </thead>
      <tbody>
        @for (line of overview().attention; track line.lineId) {
          <tr>
            <th scope="row">
              <a [routerLink]="['/budget/lines', line.lineId]" queryParamsHandling="preserve">{{ line.name }}</a>
            </th>
            <td class="et-wide-only et-muted">{{ line.frame === null ? '' : t().frames[line.frame] }}</td>
            <td class="n et-wide-only"><et-amount form="cents" [cents]="line.adjustedCents" /></td>
            <td class="n et-wide-only"><et-amount form="cents" [cents]="line.actualCents" /></td>
            <td class="n et-wide-only"><et-amount form="cents" [cents]="line.commitmentCents" /></td>
            <td class="et-wide-only"><et-stage-bar [thin]="true" [figures]="line" [name]="line.name" /></td>
            <td class="n" [attr.data-label]="t().availableHead">
              <et-amount
                form="cents"
                [alarming]="true"
                [cents]="line.availableCents"
                [of]="line.name"
                [proof]="'line:' + line.lineId"
              />
            </td>
            <td>
              <et-tag [kind]="look(line).kind" [icon]="look(line).icon">{{ t().reasons[line.reason] }}</et-tag>
            </td>
          </tr>
        }
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colspan="2">{{ t().allFrames }}</th>
          <td class="n et-wide-only">
            <et-amount form="cents" [cents]="overview().totals.adjustedCents" />
            @if (unknown(); as frames) {
              <et-plus-unknown [of]="frames" />
            }
          </td>
          <td class="n et-wide-only"><et-amount form="cents" [cents]="overview().totals.actualCents" /></td>
          <td class="n et-wide-only"><et-amount form="cents" [cents]="overview().totals.commitmentCents" /></td>
          <td class="et-wide-only"></td>
          <td class="n" [attr.data-label]="t().availableHead">
            <et-amount form="cents" [cents]="overview().totals.availableCents" [of]="t().allFrames" proof="all" />
            @if (unknown(); as frames) {
              <et-plus-unknown [of]="frames" />
            }
          </td>
          <td class="et-wide-only"></td>
        </tr>
      </tfoot>
    </table>
  </et-scroll>`,
})
export class AttentionTable {
  readonly overview = input.required<BudgetOverview>();
  protected readonly t = overviewLabels;
  protected readonly unknown = computed(() => unknownNames(this.overview()));
  protected readonly look = (line: AttentionLine): Look => LOOKS[line.reason];
}
