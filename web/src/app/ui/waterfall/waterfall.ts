import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Amount } from '../amount/amount';
import { waterfallLabels } from './waterfall.labels';

/** How a step is drawn: `total` starts at zero again, the others continue where the step above ended. */
export type WaterfallKind =
  'base' | 'change' | 'total' | 'lock' | 'reservation' | 'commitment' | 'actual' | 'available';

export interface WaterfallStep {
  readonly label: string;
  readonly note?: string;
  /** Signed whole cents: what this step adds or takes. For `base`, `total` and `available` the level itself. */
  readonly cents: number | null;
  readonly kind: WaterfallKind;
  readonly proof?: string;
}

interface DrawnStep extends WaterfallStep {
  readonly startPercent: number;
  readonly widthPercent: number;
  readonly isLevel: boolean;
  readonly fill: string;
}

/** R1 as a picture: table rows with bars on one scale. No canvas, so it prints, zooms and speaks as a table. */
@Component({
  selector: 'et-waterfall',
  imports: [Amount],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<table class="et-waterfall">
    <caption class="et-hidden">
      {{
        caption()
      }}
    </caption>
    <thead class="et-hidden">
      <tr>
        <th scope="col">{{ t().step }}</th>
        <th scope="col">{{ t().course }}</th>
        <th scope="col">{{ t().amount }}</th>
      </tr>
    </thead>
    <tbody>
      @for (step of drawn(); track $index) {
        <tr [class.et-waterfall__total]="step.isLevel && $index > 0">
          <th scope="row">
            {{ step.label }}
            @if (step.note) {
              <small>{{ step.note }}</small>
            }
          </th>
          <td class="et-waterfall__course">
            <span
              [class]="'et-waterfall__bar ' + step.fill"
              [style.inset-inline-start.%]="step.startPercent"
              [style.inline-size.%]="step.widthPercent"
            ></span>
          </td>
          <td class="n">
            <et-amount
              [cents]="step.cents"
              form="cents"
              [signed]="!step.isLevel"
              [alarming]="step.isLevel"
              [of]="step.label"
              [proof]="step.proof"
            />
          </td>
        </tr>
      }
    </tbody>
  </table>`,
})
export class Waterfall {
  readonly steps = input.required<readonly WaterfallStep[]>();
  readonly caption = input.required<string>();
  protected readonly t = waterfallLabels;
  protected readonly drawn = computed(() => draw(this.steps()));
}

const LEVELS: ReadonlySet<WaterfallKind> = new Set<WaterfallKind>(['base', 'total', 'available']);

/** Places each step between the lowest and highest level it passes. Unknown amounts take no width and move nothing. */
export function draw(steps: readonly WaterfallStep[]): readonly DrawnStep[] {
  let level = 0;
  const spans = steps.map((step) => {
    const cents = step.cents ?? 0;
    const isLevel = LEVELS.has(step.kind);
    const from = isLevel ? 0 : level;
    level = step.cents === null ? level : isLevel ? cents : level + cents;
    return { step, isLevel, low: Math.min(from, level), high: Math.max(from, level) };
  });
  const lowest = Math.min(0, ...spans.map((span) => span.low));
  const scale = Math.max(...spans.map((span) => span.high), 1) - lowest;
  return spans.map(({ step, isLevel, low, high }) => ({
    ...step,
    isLevel,
    startPercent: (100 * (low - lowest)) / scale,
    widthPercent: (100 * (high - low)) / scale,
    fill: fillOf(step),
  }));
}

function fillOf(step: WaterfallStep): string {
  switch (step.kind) {
    case 'base':
    case 'total':
      return 'et-fill-ansatz';
    case 'change':
      return (step.cents ?? 0) < 0 ? 'et-waterfall__bar--less' : 'et-waterfall__bar--more';
    case 'available':
      return (step.cents ?? 0) < 0 ? 'et-fill-missing' : 'et-fill-available';
    default:
      return `et-fill-${step.kind}`;
  }
}
