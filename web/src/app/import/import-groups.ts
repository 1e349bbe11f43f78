import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { GroupTotal } from '@etatlotse/domain/import';
import { Amount } from '../ui/amount/amount';
import { formatEuro } from '../ui/amount/format';
import { Scroll } from '../ui/table/scroll';
import { importRunLabels } from './import-run.labels';
import { sumsLabels } from './sums.labels';

type Way = Pick<GroupTotal, 'direction' | 'sphere'>;

const PHASES = ['actual', 'plan', 'proposed', 'adjusted', 'commitment_authority', 'commitment', 'payment'];
const DIRECTIONS = ['revenue', 'expense', 'receipt', 'payment', 'internal', 'unclassified'];
const SPHERES = ['operating', 'investing', 'financing', 'internal', 'unclassified'];

/** What comes into the ledger: a row for each year and phase, a column for each direction and sphere that occurs. */
@Component({
  selector: 'et-import-groups',
  imports: [Amount, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ t().groups }}</h2>
    <p class="et-finding">
      @if (together(); as sentence) {
        <b>{{ sentence }}</b>
      }
      {{ t().groupsHint }}
    </p>
    <et-scroll [label]="t().groups">
      <table class="et-table et-cards et-import__groups">
        <thead>
          <tr>
            <th scope="col">{{ t().year }}</th>
            @for (way of ways(); track way.key) {
              <th scope="col" class="n">
                {{ t().directions[way.direction] }}<br /><span class="et-import__sphere">{{
                  t().spheres[way.sphere]
                }}</span>
              </th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.key) {
            <tr>
              <th scope="row" class="et-nowrap">{{ row.name }}</th>
              @for (cell of row.cells; track cell.key) {
                <td class="n" [attr.data-label]="cell.label" [class.et-wide-only]="cell.cents === null">
                  @if (cell.cents === null) {
                    –
                  } @else {
                    <et-amount form="cents" [cents]="cell.cents" />
                  }
                </td>
              }
            </tr>
          }
        </tbody>
        @if (sums(); as cells) {
          <tfoot>
            <tr>
              <th scope="row">{{ t().sum }}</th>
              @for (cell of cells; track cell.key) {
                <td class="n" [attr.data-label]="cell.label"><et-amount form="cents" [cents]="cell.cents" /></td>
              }
            </tr>
          </tfoot>
        }
      </table>
    </et-scroll>`,
})
export class ImportGroups {
  readonly groups = input.required<readonly GroupTotal[]>();
  /** Adds up the years of each column, where all of them are of one phase: payments of several quarters. */
  readonly isSummed = input(false);
  protected readonly t = sumsLabels;
  private readonly isOnePhase = computed(() => new Set(this.groups().map(({ phase }) => phase)).size === 1);
  protected readonly sums = computed(() => {
    if (!this.isSummed() || !this.isOnePhase() || this.rows().length < 2) return null;
    const words = this.t();
    return this.ways().map((way) => ({
      key: way.key,
      label: `${words.directions[way.direction]}, ${words.spheres[way.sphere]}`,
      cents: sumOf(this.groups().filter((group) => group.direction === way.direction && group.sphere === way.sphere)),
    }));
  });
  /** One sum for everything, where everything flows one way. */
  protected readonly together = computed(() => {
    const [way, ...others] = new Set(this.groups().map(({ direction }) => direction));
    if (!this.isSummed() || !this.isOnePhase() || way === undefined || others.length > 0) return null;
    return this.t().together(formatEuro(sumOf(this.groups())), this.t().directions[way]);
  });
  protected readonly ways = computed(() => {
    const seen = new Map<string, Way>();
    for (const { direction, sphere } of this.groups()) seen.set(`${direction} ${sphere}`, { direction, sphere });
    return [...seen]
      .map(([key, way]) => ({ key, ...way }))
      .sort((a, b) => rank(DIRECTIONS, a.direction, b.direction) || rank(SPHERES, a.sphere, b.sphere));
  });
  protected readonly rows = computed(() => {
    const words = this.t();
    const phases = importRunLabels().phases;
    const ways = this.ways();
    const byRow = new Map<string, GroupTotal[]>();
    for (const group of this.groups()) {
      const key = `${group.fiscalYear} ${group.phase}`;
      byRow.set(key, [...(byRow.get(key) ?? []), group]);
    }
    return [...byRow]
      .flatMap(([key, groups]) =>
        groups.slice(0, 1).map(({ fiscalYear, phase }) => ({ key, groups, fiscalYear, phase })),
      )
      .sort((a, b) => a.fiscalYear - b.fiscalYear || rank(PHASES, a.phase, b.phase))
      .map(({ key, groups, fiscalYear, phase }) => ({
        key,
        name: `${phases[phase]} ${fiscalYear}`,
        cells: ways.map((way) => ({
          key: way.key,
          label: `${words.directions[way.direction]}, ${words.spheres[way.sphere]}`,
          cents:
            groups.find((group) => group.direction === way.direction && group.sphere === way.sphere)?.totalCents ??
            null,
        })),
      }));
  });
}

const sumOf = (groups: readonly GroupTotal[]): number => groups.reduce((sum, group) => sum + group.totalCents, 0);
const rank = (order: readonly string[], a: string, b: string): number => order.indexOf(a) - order.indexOf(b);
