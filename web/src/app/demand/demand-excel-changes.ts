import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { DemandSheetChange, DemandSheetRow } from '@etatlotse/contracts/demand/plain';
import { Scroll } from '../ui/table/scroll';
import { demandExcelLabels } from './demand-excel.labels';

/** What a workbook changes in one demand, cell by cell, from what to what. */
@Component({
  selector: 'et-demand-excel-changes',
  imports: [Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-scroll [label]="t().changesOf(row().title)">
    <table class="et-table et-cards et-demand__excel">
      <caption class="et-hidden">
        {{
          t().changesOf(row().title)
        }}
      </caption>
      <thead>
        <tr>
          <th scope="col">{{ t().place }}</th>
          <th scope="col">{{ t().what }}</th>
          <th scope="col">{{ t().before }}</th>
          <th scope="col">{{ t().after }}</th>
        </tr>
      </thead>
      <tbody>
        @for (change of row().changes; track $index) {
          <tr>
            <td class="et-wide-only">{{ change.sheet }} {{ change.cell }}</td>
            <th scope="row">
              {{ nameOf(change) }}
              @if (change.item) {
                <span class="et-demand__sub">{{ change.item }}</span>
              }
            </th>
            <td [attr.data-label]="t().before" class="et-demand__text">
              {{ change.from || (change.kind === 'added' ? '' : t().blank) }}
            </td>
            <td [attr.data-label]="t().after" class="et-demand__text">
              {{ change.to || (change.kind === 'removed' ? '' : t().blank) }}
            </td>
          </tr>
        }
      </tbody>
    </table>
  </et-scroll>`,
})
export class DemandExcelChanges {
  readonly row = input.required<DemandSheetRow>();
  protected readonly t = demandExcelLabels;

  protected nameOf({ kind, header }: DemandSheetChange): string {
    if (kind === 'added') return this.t().newItem;
    return kind === 'removed' ? this.t().goneItem : header;
  }
}
