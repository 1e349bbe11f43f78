import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Amount } from '../amount/amount';
import { formatWholeEuro } from '../amount/format';
import { chartLabels } from '../chart/chart.labels';
import { Scroll } from '../table/scroll';
import { FLOW_WIDTH, type FlowStream, layFlow, NODE_WIDTH, type PlacedStation } from './flow-layout';

const NAME_LETTERS = 22;

/** Streams of money from column to column, each as wide as its amount, with a table of the same figures. */
@Component({
  selector: 'et-flow',
  imports: [Amount, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-scroll [label]="question()">
      <svg
        class="et-flow"
        role="img"
        [attr.viewBox]="'0 -26 ' + width + ' ' + (picture().height + 34)"
        [attr.aria-label]="sentence()"
      >
        @for (head of heads(); track $index) {
          <text class="et-flow__head" y="-12" [attr.x]="headX($index)" [attr.text-anchor]="$last ? 'end' : 'start'">
            {{ head }}
          </text>
        }
        @for (stream of picture().streams; track stream.id) {
          <path
            class="et-flow__stream"
            [attr.d]="stream.path"
            [attr.stroke-width]="stream.width"
            [style.stroke]="'var(--et-d-' + stream.tone + ')'"
          >
            <title>{{ stream.title }}</title>
          </path>
        }
        @for (station of picture().stations; track station.column + station.key) {
          <rect
            [attr.x]="station.x"
            [attr.y]="station.y"
            [attr.width]="node"
            [attr.height]="station.height"
            [style.fill]="'var(--et-d-' + station.tone + ')'"
          />
          <text
            class="et-flow__name"
            [attr.x]="textX(station)"
            [attr.y]="textY(station)"
            [attr.text-anchor]="isLast(station) ? 'end' : 'start'"
          >
            {{ short(station.name) }}
            <tspan class="et-flow__amount" dy="17" [attr.x]="textX(station)">{{ money(station.cents) }}</tspan>
            <title>{{ station.name }}</title>
          </text>
        }
      </svg>
    </et-scroll>
    <details class="et-figures-table">
      <summary>{{ t().table }}</summary>
      <et-scroll [label]="question()">
        <table class="et-table">
          <caption>
            {{
              question()
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col">{{ from() }}</th>
              <th scope="col">{{ to() }}</th>
              <th scope="col" class="n">{{ amount() }}</th>
            </tr>
          </thead>
          <tbody>
            @for (stream of streams(); track $index) {
              <tr>
                <th scope="row">{{ stream.from.name }}</th>
                <td>{{ stream.to.name }}</td>
                <td class="n"><et-amount form="cents" [cents]="stream.cents" /></td>
              </tr>
            }
          </tbody>
        </table>
      </et-scroll>
    </details>`,
})
export class Flow {
  readonly question = input.required<string>();
  /** The picture in one sentence with one number. */
  readonly sentence = input.required<string>();
  /** What the columns are, the first on the left. */
  readonly heads = input.required<readonly string[]>();
  readonly streams = input.required<readonly FlowStream[]>();
  /** Heads of the table. */
  readonly from = input.required<string>();
  readonly to = input.required<string>();
  readonly amount = input.required<string>();
  protected readonly t = chartLabels;
  protected readonly width = FLOW_WIDTH;
  protected readonly node = NODE_WIDTH;
  protected readonly picture = computed(() => layFlow(this.streams(), this.heads().length));

  protected isLast({ column }: PlacedStation): boolean {
    return column === this.heads().length - 1;
  }

  protected textX(station: PlacedStation): number {
    return this.isLast(station) ? station.x - 6 : station.x + NODE_WIDTH + 6;
  }

  protected textY({ y, height }: PlacedStation): number {
    return y + Math.max(14, height / 2 - 4);
  }

  protected headX(column: number): number {
    const last = this.heads().length - 1;
    return column === last ? FLOW_WIDTH : (column * (FLOW_WIDTH - NODE_WIDTH)) / last;
  }

  protected short(name: string): string {
    return name.length <= NAME_LETTERS ? name : `${name.slice(0, NAME_LETTERS - 1)}…`;
  }

  protected money(cents: number): string {
    return formatWholeEuro(cents);
  }
}
