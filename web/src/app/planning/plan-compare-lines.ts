import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { PlanComparison } from '@etatlotse/contracts/planning/plain';
import { Amount } from '../ui/amount/amount';
import type { IconName } from '../ui/icon/icons';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { amountColumns, cellsOf, versionNames } from './plan-compare-columns';
import { planCompareLabels } from './plan-compare.labels';
import { ratesOf, whatOf } from './plan-copy-record';

const LOOKS: Readonly<
  Record<'new' | 'dropped' | 'changed', { readonly kind: 'info' | 'warn' | 'plain'; readonly icon: IconName }>
> = {
  new: { kind: 'info', icon: 'add' },
  dropped: { kind: 'warn', icon: 'delete' },
  changed: { kind: 'plain', icon: 'edit' },
};

/** The lines that differ: amounts side by side, the difference, and where it comes from. */
@Component({
  selector: 'et-plan-compare-lines',
  imports: [Amount, Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-scroll [label]="t().lines">
    <table class="et-table et-cards et-plan-compare">
      <thead>
        <tr>
          <th scope="col">{{ t().line }}</th>
          @for (column of columns(); track $index) {
            <th scope="col" class="n">{{ column.label }}</th>
          }
          @for (label of kindHeads(); track $index) {
            <th scope="col">{{ label }}</th>
          }
          @if (hasReasons()) {
            <th scope="col">{{ t().reason }}</th>
          }
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.id) {
          <tr>
            <th scope="row">
              {{ row.number }} <span class="et-muted">{{ row.name }}</span>
            </th>
            @for (amount of row.cells; track $index) {
              <td
                class="n"
                [attr.data-label]="columns()[$index]?.label"
                [class.et-strong]="columns()[$index]?.isDifference"
              >
                @if (amount === null) {
                  –
                } @else {
                  <et-amount form="cents" [cents]="amount" [signed]="columns()[$index]?.isDifference ?? false" />
                }
              </td>
            }
            @for (difference of row.differences; track $index) {
              <td [attr.data-label]="kindHeads()[$index]">
                @if (difference.look; as look) {
                  <et-tag [kind]="look.kind" [icon]="look.icon">{{ difference.word }}</et-tag>
                } @else {
                  <span class="et-muted">{{ difference.word }}</span>
                }
                @if (difference.rule) {
                  <p class="et-tiny et-muted">{{ difference.rule }}</p>
                }
              </td>
            }
            @if (hasReasons()) {
              <td class="et-small" [attr.data-label]="t().reason">{{ row.reason || '–' }}</td>
            }
          </tr>
        }
      </tbody>
    </table>
  </et-scroll>`,
})
export class PlanCompareLines {
  readonly comparison = input.required<PlanComparison>();
  readonly shown = input.required<number>();
  protected readonly t = planCompareLabels;

  protected readonly columns = computed(() => amountColumns(this.comparison()));
  protected readonly hasReasons = computed(() => this.comparison().columns.reason.some((text) => text !== ''));
  protected readonly kindHeads = computed(() => {
    const names = versionNames(this.comparison()).slice(1);
    return names.map((name) => (names.length === 1 ? planCompareLabels().what : planCompareLabels().whatOf(name)));
  });
  protected readonly rows = computed(() => {
    const { columns, amountCents, differenceCents } = this.comparison();
    return columns.lineId.slice(0, this.shown()).map((id, at) => ({
      id,
      number: columns.number[at] ?? '',
      name: columns.name[at] ?? '',
      reason: columns.reason[at] ?? '',
      cells: cellsOf(this.columns(), amountCents[at] ?? [], differenceCents[at] ?? []),
      differences: this.differencesOf(at),
    }));
  });

  private differencesOf(line: number): { word: string; look: (typeof LOOKS)['new'] | null; rule: string | null }[] {
    const { kinds, rulePlaces, versions } = this.comparison();
    const words = planCompareLabels();
    return (kinds[line] ?? []).map((kind, at) => {
      const place = rulePlaces[line]?.[at] ?? null;
      const rule = place === null ? undefined : versions[at + 1]?.rules[place];
      return {
        word: words.kinds[kind],
        look: kind === 'same' ? null : LOOKS[kind],
        rule:
          rule === undefined || kind === 'same'
            ? null
            : words[rule.basis === 'contracts' ? 'byContracts' : 'byRule'](`${whatOf(rule)} ${ratesOf(rule)}`),
      };
    });
  }
}
