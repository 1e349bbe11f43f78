import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Project } from '@etatlotse/contracts/project/plain';
import { Clock } from '../platform/clock';
import { Amount } from '../ui/amount/amount';
import { formatShortEuro, formatWholeEuro } from '../ui/amount/format';
import { chartLabels } from '../ui/chart/chart.labels';
import { formatDate } from '../ui/date/format';
import { Scroll } from '../ui/table/scroll';
import { projectPageLabels } from './project-page.labels';

const [WIDTH, HEIGHT, LEFT, BELOW, TOP] = [720, 260, 76, 28, 14];
const WHOLE = 10_000;

/** Planned and earned value over time: a milestone is reached wholly or not at all, so both climb in steps. */
@Component({
  selector: 'et-project-curve',
  imports: [Amount, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h3 class="et-section--close">{{ t().curve }}</h3>
    <p class="et-finding">{{ sentence() }}</p>
    <p class="et-project__legend" aria-hidden="true">
      <span class="et-project__swatch et-project__swatch--plan"></span>{{ t().curvePlanned }}
      <span class="et-project__swatch et-project__swatch--ist"></span>{{ t().curveEarned }}
    </p>
    <et-scroll [label]="t().curve">
      <svg class="et-project__curve" role="img" [attr.viewBox]="size" [attr.aria-label]="sentence()">
        @for (level of levels(); track level.y) {
          <line
            class="et-project__grid"
            [attr.x1]="box.left"
            [attr.x2]="box.width"
            [attr.y1]="level.y"
            [attr.y2]="level.y"
          />
          <text text-anchor="end" [attr.x]="box.left - 8" [attr.y]="level.y + 5">{{ level.text }}</text>
        }
        @for (year of years(); track year.text) {
          <text [attr.x]="year.x" [attr.y]="box.height - 6">{{ year.text }}</text>
        }
        <line
          class="et-project__today"
          [attr.x1]="now()"
          [attr.x2]="now()"
          [attr.y1]="box.top"
          [attr.y2]="box.bottom"
        />
        <path class="et-project__line et-project__line--plan" [attr.d]="planned()" />
        <path class="et-project__line et-project__line--ist" [attr.d]="earned()" />
      </svg>
    </et-scroll>
    <details class="et-figures-table">
      <summary>{{ words().table }}</summary>
      <et-scroll [label]="t().curve">
        <table class="et-table">
          <caption>
            {{
              t().curve
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col">{{ t().day }}</th>
              <th scope="col" class="n">{{ t().curvePlanned }}</th>
              <th scope="col" class="n">{{ t().curveEarned }}</th>
            </tr>
          </thead>
          <tbody>
            @for (point of points(); track point.day) {
              <tr>
                <th scope="row">{{ date(point.day) }}</th>
                <td class="n"><et-amount form="cents" [cents]="point.plannedCents" /></td>
                <td class="n">
                  @if (point.earnedCents === null) {
                    –
                  } @else {
                    <et-amount form="cents" [cents]="point.earnedCents" />
                  }
                </td>
              </tr>
            }
          </tbody>
        </table>
      </et-scroll>
    </details>`,
})
export class ProjectCurve {
  readonly project = input.required<Project>();
  private readonly clock = inject(Clock);
  protected readonly t = projectPageLabels;
  protected readonly words = chartLabels;
  protected readonly date = formatDate;
  protected readonly size = `0 0 ${WIDTH} ${HEIGHT}`;
  protected readonly box = { width: WIDTH, height: HEIGHT, left: LEFT, top: TOP, bottom: HEIGHT - BELOW };

  protected readonly points = computed(() => this.project().curve);
  protected readonly sentence = computed(() => {
    const { earned } = this.project();
    if (earned === null) return '';
    const { earnedValueCents, plannedValueCents, bacCents } = earned;
    return this.t().curveFinding(
      formatWholeEuro(plannedValueCents),
      formatWholeEuro(earnedValueCents),
      formatWholeEuro(bacCents),
    );
  });
  private readonly span = computed(() => {
    const days = this.points().map(({ day }) => Date.parse(day));
    const [from, to] = [Math.min(...days), Math.max(...days)];
    return { from, to: Math.max(to, from + DAY_MS) };
  });
  protected readonly now = computed(() => this.across(this.clock.nowMs()));
  protected readonly levels = computed(() => {
    const bac = this.project().earned?.bacCents ?? 0;
    return [0, 0.5, 1].map((share) => ({ y: down(share * WHOLE), text: formatShortEuro(Math.round(bac * share)) }));
  });
  protected readonly years = computed(() => {
    const { from, to } = this.span();
    const [first, last] = [new Date(from).getUTCFullYear() + 1, new Date(to).getUTCFullYear()];
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => ({
      text: String(first + at),
      x: this.across(Date.UTC(first + at, 0, 1)),
    }));
  });
  protected readonly planned = computed(() =>
    this.stepsOf(this.points().map(({ day, plannedBasisPoints: share }) => ({ day, share }))),
  );
  protected readonly earned = computed(() =>
    this.stepsOf(this.points().flatMap(({ day, doneBasisPoints: share }) => (share === null ? [] : [{ day, share }]))),
  );

  private across(time: number): number {
    const { from, to } = this.span();
    return LEFT + Math.min(1, Math.max(0, (time - from) / (to - from))) * (WIDTH - LEFT - 8);
  }

  private stepsOf(points: readonly Step[]): string {
    return points
      .map(({ day, share }, at) => {
        const [x, y] = [this.across(Date.parse(day)), down(share)];
        return at === 0 ? `M${x} ${y}` : `H${x}V${y}`;
      })
      .join('');
  }
}

interface Step {
  readonly day: string;
  readonly share: number;
}

const DAY_MS = 86_400_000;
const down = (basisPoints: number): number => HEIGHT - BELOW - (basisPoints / WHOLE) * (HEIGHT - BELOW - TOP);
