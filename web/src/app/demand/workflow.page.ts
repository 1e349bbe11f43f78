import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import {
  DEMAND_ENDS,
  DEMAND_STATES,
  DEMAND_STEPS,
  DEMAND_WORKFLOW,
  type DemandState,
} from '@etatlotse/contracts/demand/plain';
import { ROLE_PERMISSIONS, ROLES } from '@etatlotse/domain/access';
import { roleLabels } from '../platform/role.labels';
import { PageHead } from '../ui/page-head/page-head';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { STATE_LOOKS } from './demand-look';
import { DemandTabs } from './demand-tabs';
import { STRAIGHT_WAY } from './demand-timeline';
import { demandLabels } from './demand.labels';
import { demandViewLabels } from './demand-view.labels';

const BOX = { width: 128, height: 44, gap: 36, top: 96, ends: 260 } as const;

interface Box {
  readonly state: DemandState;
  readonly x: number;
  readonly y: number;
}

/** The help page of the workflow: picture and table are drawn from the one table that the API asks. */
@Component({
  selector: 'et-workflow-page',
  imports: [DemandTabs, PageHead, Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './workflow.page.html',
})
export class WorkflowPage {
  protected readonly t = demandViewLabels;
  protected readonly words = demandLabels;
  protected readonly looks = STATE_LOOKS;
  protected readonly box = BOX;
  protected readonly boxes: readonly Box[] = DEMAND_STATES.map((state) => placeOf(state));
  protected readonly width = Math.max(...this.boxes.map(({ x }) => x)) + BOX.width + 8;
  protected readonly sentence = computed(() =>
    this.t().pictureSentence(String(DEMAND_STATES.length), String(DEMAND_STEPS.length)),
  );
  /** One line for each way from state to state; steps that share one are named together. */
  protected readonly lines = DEMAND_STEPS.flatMap((step) =>
    DEMAND_WORKFLOW[step].from.map((from) => ({
      key: `${step}-${from}`,
      step,
      path: pathOf(from, DEMAND_WORKFLOW[step].to),
    })),
  );
  protected readonly rows = computed(() =>
    DEMAND_STEPS.map((step) => {
      const { permission, ...rule } = DEMAND_WORKFLOW[step];
      const who = ROLES.filter((role) => ROLE_PERMISSIONS[role].includes(permission)).map(
        (role) => roleLabels().roles[role],
      );
      return { step, ...rule, who: who.join(', ') };
    }),
  );

  protected isEnd(state: DemandState): boolean {
    return DEMAND_ENDS.includes(state);
  }
}

/** The straight way from left to right, every other end below. */
function placeOf(state: DemandState): Box {
  const at = STRAIGHT_WAY.indexOf(state);
  if (at >= 0) return { state, x: at * (BOX.width + BOX.gap), y: BOX.top };
  const below = DEMAND_STATES.filter((one) => !STRAIGHT_WAY.includes(one)).indexOf(state);
  return { state, x: (below * 2 + 1) * (BOX.width + BOX.gap), y: BOX.ends };
}

/** From the edge of one box to that of the other: straight on the way, in a bow back above it, down to the ends. */
function pathOf(from: DemandState, to: DemandState): string {
  const [first, last] = [placeOf(from), placeOf(to)];
  const [startX, endX] = [first.x + BOX.width / 2, last.x + BOX.width / 2];
  if (first.y === last.y && last.x > first.x) {
    return `M ${first.x + BOX.width} ${first.y + BOX.height / 2} L ${last.x - 4} ${last.y + BOX.height / 2}`;
  }
  if (first.y === last.y) {
    const high = BOX.top - 24 - Math.abs(startX - endX) / 14;
    return `M ${startX} ${first.y} C ${startX} ${high}, ${endX} ${high}, ${endX} ${last.y - 4}`;
  }
  const isDown = last.y > first.y;
  const [startY, endY] = isDown ? [first.y + BOX.height, last.y - 4] : [first.y, last.y + BOX.height + 4];
  const middle = (startY + endY) / 2;
  return `M ${startX} ${startY} C ${startX} ${middle}, ${endX} ${middle}, ${endX} ${endY}`;
}
