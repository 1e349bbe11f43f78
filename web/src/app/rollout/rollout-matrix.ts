import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import {
  CAPABILITIES,
  type Capability,
  type CapabilityCell,
  type Rollout,
  ROLLOUT_STATES,
  type RolloutState,
  type RolloutUnit,
} from '@etatlotse/contracts/rollout/plain';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Chart } from '../ui/chart/chart';
import { ChartKeys } from '../ui/chart/chart-keys';
import type { BarChart, Tone } from '../ui/chart/chart.types';
import { formatDate } from '../ui/date/format';
import { Icon } from '../ui/icon/icon';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { STATE_LOOKS, TRAINING_LOOKS } from './rollout-look';
import { rolloutPageLabels } from './rollout-page.labels';
import { rolloutLabels } from './rollout.labels';

const TONES: Readonly<Record<RolloutState, Tone>> = { live: 'avail', pilot: 'obligo', planned: 'plan' };

/** The matrix: units by capabilities and training. What nobody has told is told as that. */
@Component({
  selector: 'et-rollout-matrix',
  imports: [Button, Chart, ChartKeys, Icon, Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './rollout-matrix.html',
})
export class RolloutMatrix {
  readonly rollout = input.required<Rollout>();
  readonly addUnit = output<void>();
  readonly tell = output<{ readonly unit: RolloutUnit; readonly capability: Capability }>();
  readonly train = output<RolloutUnit>();
  protected readonly t = rolloutPageLabels;
  protected readonly words = rolloutLabels;
  protected readonly capabilities = CAPABILITIES;
  protected readonly stateLooks = STATE_LOOKS;
  protected readonly trainingLooks = TRAINING_LOOKS;
  protected readonly number = (value: number): string => formatNumber(value);

  protected readonly finding = computed(() => {
    const { live, pilot, planned } = this.rollout().states;
    return this.t().matrixFinding(formatNumber(live), formatNumber(pilot), formatNumber(planned));
  });

  protected readonly chart = computed<BarChart>(() => {
    const { counts, states } = this.rollout();
    const { capabilities, states: names } = this.words();
    return {
      kind: 'bar',
      question: this.t().barQuestion,
      sentence: this.t().barSentence(formatNumber(states.live)),
      unit: 'number',
      isHorizontal: true,
      isStacked: true,
      categories: CAPABILITIES.map((capability) => capabilities[capability]),
      series: ROLLOUT_STATES.toReversed().map((state) => ({
        label: names[state],
        tone: TONES[state],
        values: CAPABILITIES.map((capability) => counts[capability][state]),
      })),
    };
  });

  protected cellOf(unit: RolloutUnit, capability: Capability): CapabilityCell | null {
    return unit.cells.find((cell) => cell.capability === capability) ?? null;
  }

  protected dayOf({ state, plannedOn, pilotOn, liveOn }: CapabilityCell): string {
    if (state === 'planned') return plannedOn === null ? '' : this.t().plannedFor(formatDate(plannedOn));
    const since = state === 'live' ? liveOn : pilotOn;
    return since === null ? '' : this.t().since(formatDate(since));
  }

  protected trainedText({ persons, trained, neededTrained }: RolloutUnit): string {
    if (persons === null || trained === null) return '';
    return this.t().trainedOf(formatNumber(trained), formatNumber(persons), formatNumber(neededTrained ?? 0));
  }

  protected sumOf(capability: Capability): string {
    const counts = this.rollout().counts[capability];
    return `${formatNumber(counts.live)} / ${formatNumber(this.rollout().units)}`;
  }
}
