import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { MeasuredUnit, ParameterEffect } from '@etatlotse/contracts/capacity/plain';
import { formatFte, formatNumber } from '../ui/amount/format';
import { Notice } from '../ui/notice/notice';
import { Scroll } from '../ui/table/scroll';
import { Unknown } from '../ui/unknown/unknown';
import { capacityLabels } from './capacity.labels';
import { parameterLabels } from './parameter.labels';

/** What a change of a figure moves: the need and the gap of each unit, before and after. */
@Component({
  selector: 'et-parameter-effect',
  imports: [Notice, Scroll, Unknown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-post__effect' },
  template: `<h2>{{ t().heading(effect().fiscalYear) }}</h2>
    <p class="et-finding" role="status">{{ finding() }}</p>
    @if (effect().missingAfter.length > 0) {
      <et-notice kind="warn" [heading]="t().missing">
        <p>{{ missing() }}. {{ t().missingHint }}</p>
      </et-notice>
    }
    @if (effect().movesFte && effect().isFelt && effect().units.length > 0) {
      <et-scroll [label]="t().heading(effect().fiscalYear)">
        <table class="et-table et-cards et-cards--pairs">
          <thead>
            <tr>
              <th scope="col">{{ t().unit }}</th>
              @for (column of columns(); track column.head) {
                <th scope="col" class="n">{{ column.head }}</th>
              }
            </tr>
          </thead>
          <tbody>
            @for (row of effect().units; track row.unit.id) {
              <tr>
                <th scope="row">
                  {{ row.unit.name }}<small class="et-under et-muted">{{ row.unit.code }}</small>
                </th>
                @for (column of columns(); track column.head) {
                  <td class="n" [attr.data-label]="column.head">
                    @if (column.of(row); as text) {
                      {{ text }}
                    } @else {
                      <et-unknown />
                    }
                  </td>
                }
              </tr>
            }
          </tbody>
        </table>
      </et-scroll>
      <p class="et-small et-muted">{{ t().note }}</p>
    }`,
})
export class ParameterEffectView {
  readonly effect = input.required<ParameterEffect>();
  protected readonly t = computed(() => parameterLabels().effect);

  protected readonly finding = computed(() => {
    const { movesFte, isFelt, fiscalYear, totals } = this.effect();
    if (!movesFte) return this.t().notMoving;
    if (!isFelt) return this.t().notFelt(fiscalYear);
    const { requiredBefore, requiredAfter } = totals;
    if (requiredBefore === null || requiredAfter === null) return this.t().unknown;
    const difference = formatNumber(requiredAfter - requiredBefore, 2, true);
    return this.t().moved(formatFte(requiredBefore, 2), formatFte(requiredAfter, 2), difference);
  });

  protected readonly missing = computed(() => {
    const { kinds, keys } = capacityLabels();
    return this.effect()
      .missingAfter.map((missing) => {
        const [kind = '', key] = missing.split(' ');
        const name = (kinds as Record<string, string>)[kind] ?? kind;
        return key === undefined ? name : `${name} (${(keys as Record<string, string>)[key] ?? key})`;
      })
      .join(', ');
  });

  protected readonly columns = computed(() => {
    const { required, gap, before, after } = this.t();
    const column = (
      what: string,
      when: 'before' | 'after',
      pick: (unit: MeasuredUnit) => number | null,
      isSigned: boolean,
    ) => ({
      head: `${what} ${when === 'before' ? before : after}`,
      of: (row: ParameterEffect['units'][number]): string | null => {
        const fte = pick(row[when]);
        return fte === null ? null : formatNumber(fte, 2, isSigned);
      },
    });
    return [
      column(required, 'before', ({ requiredFte }) => requiredFte, false),
      column(required, 'after', ({ requiredFte }) => requiredFte, false),
      column(gap, 'before', ({ gapFte }) => gapFte, true),
      column(gap, 'after', ({ gapFte }) => gapFte, true),
    ];
  });
}
