import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CapacityOverview, CapacityUnitRow } from '@etatlotse/contracts/capacity/plain';
import { formatNumber } from '../ui/amount/format';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { Unknown } from '../ui/unknown/unknown';
import { gapLook } from './capacity-look';
import { capacityLabels } from './capacity.labels';

/** Planned, occupied and available FTE beside the needed ones: three columns, never one. */
@Component({
  selector: 'et-capacity-table',
  imports: [RouterLink, Scroll, Tag, Unknown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-scroll [label]="t().table">
      <table class="et-table et-cards et-cards--pairs">
        <thead>
          <tr>
            <th scope="col">{{ t().unit }}</th>
            @for (column of columns(); track column.head) {
              <th scope="col" class="n">{{ column.head }}</th>
            }
            <th scope="col" class="n">{{ t().backlog }}</th>
            <th scope="col" class="n">{{ t().backlogEnd }}</th>
            <th scope="col">{{ t().state }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of overview().rows; track row.unit.id) {
            <tr>
              <th scope="row">
                <a [routerLink]="['/capacity/units', row.unit.id]" queryParamsHandling="preserve">{{
                  row.unit.name
                }}</a>
                <small class="et-under et-muted">
                  {{ row.unit.code }}
                  @if (row.unknownTasks.length > 0) {
                    <br />{{ t().unknownTasks(row.unknownTasks.join(', ')) }}
                  }
                </small>
              </th>
              @for (column of columns(); track column.head) {
                <td class="n" [attr.data-label]="column.head">
                  @if (column.of(row); as value) {
                    <span [class.et-bad]="column.isSigned && value.startsWith('−')">{{ value }}</span>
                  } @else {
                    <et-unknown [text]="row.isProtected && column.isPresence ? t().protected : undefined" />
                  }
                </td>
              }
              <td class="n" [attr.data-label]="t().backlog">
                @if (row.backlogCases === null) {
                  <et-unknown />
                } @else {
                  {{ t().backlogCases(number(row.backlogCases)) }}
                  @if (row.backlogDays !== null) {
                    <small class="et-under et-muted">{{ t().backlogDays(number(row.backlogDays, 1)) }}</small>
                  }
                }
              </td>
              <td class="n" [attr.data-label]="t().backlogEnd">
                @if (row.months.at(-1)?.backlogCases; as cases) {
                  {{ t().backlogCases(number(cases)) }}
                  @if (row.months.at(-1)?.backlogDays; as days) {
                    <small class="et-under et-muted">{{ t().backlogDays(number(days, 1)) }}</small>
                  }
                } @else if (row.months.at(-1)?.backlogCases === 0) {
                  {{ t().backlogCases('0') }}
                } @else {
                  <et-unknown [text]="row.isProtected ? t().protected : undefined" />
                }
              </td>
              <td>
                @if (look(row); as state) {
                  <et-tag [kind]="state.kind" [icon]="state.icon">{{ state.word }}</et-tag>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </et-scroll>
    <p class="et-small et-muted">{{ t().fteNote }}</p>
    @if (hasProtected()) {
      <p class="et-small et-muted">{{ t().protectedHint }}</p>
    }`,
})
export class CapacityTable {
  readonly overview = input.required<CapacityOverview>();
  protected readonly t = capacityLabels;
  protected readonly look = gapLook;
  protected readonly number = formatNumber;
  protected readonly hasProtected = computed(() => this.overview().rows.some(({ isProtected }) => isProtected));
  protected readonly columns = computed(() => {
    const words = this.t();
    const column = (
      head: string,
      pick: (row: CapacityUnitRow) => number | null,
      { isSigned = false, isPresence = false } = {},
    ) => ({
      head,
      isSigned,
      isPresence,
      of: (row: CapacityUnitRow): string | null => {
        const fte = pick(row);
        return fte === null ? null : formatNumber(fte, 2, isSigned);
      },
    });
    return [
      column(words.required, ({ requiredFte }) => requiredFte),
      column(words.planned, ({ plannedFte }) => plannedFte),
      column(words.occupied, ({ occupiedFte }) => occupiedFte),
      column(words.available, ({ availableFte }) => availableFte, { isPresence: true }),
      column(words.gap, ({ gapFte }) => gapFte, { isSigned: true, isPresence: true }),
    ];
  });
}
