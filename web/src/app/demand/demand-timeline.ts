import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import {
  DEMAND_ENDS,
  DEMAND_WORKFLOW,
  type Demand,
  type DemandState,
  type DemandStep,
} from '@etatlotse/contracts/demand/plain';
import { Icon } from '../ui/icon/icon';
import { STATE_LOOKS } from './demand-look';
import { demandLabels } from './demand.labels';

/** The straight way through the table: from a draft step by step to what was adopted. */
export const STRAIGHT_WAY: readonly DemandState[] = ((): DemandState[] => {
  const steps: readonly DemandStep[] = ['submit', 'determine', 'examine', 'deliberate', 'plan', 'adopt'];
  return ['draft', ...steps.map((step) => DEMAND_WORKFLOW[step].to)];
})();

/** Where the demand stands on its way; an end off the way stands behind it. */
@Component({
  selector: 'et-demand-timeline',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ol class="et-demand__way">
    @for (stop of stops(); track stop.state) {
      <li
        [class.et-demand__way--done]="stop.isDone"
        [class.et-demand__way--now]="stop.isNow"
        [attr.aria-current]="stop.isNow ? 'step' : null"
      >
        <et-icon [name]="looks[stop.state].icon" [small]="true" />{{ words().states[stop.state] }}
      </li>
    }
  </ol>`,
})
export class DemandTimeline {
  readonly demand = input.required<Pick<Demand, 'state'>>();
  protected readonly words = demandLabels;
  protected readonly looks = STATE_LOOKS;
  protected readonly stops = computed(() => {
    const { state } = this.demand();
    const isOff = DEMAND_ENDS.includes(state) && !STRAIGHT_WAY.includes(state);
    const at = STRAIGHT_WAY.indexOf(state);
    const way = isOff ? [...STRAIGHT_WAY.slice(0, 2), state] : STRAIGHT_WAY;
    return way.map((one, index) => ({ state: one, isDone: isOff ? index < 2 : index < at, isNow: one === state }));
  });
}
