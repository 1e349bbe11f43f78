import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ImportPreview } from '@etatlotse/contracts/import/plain';
import { formatNumber } from '../ui/amount/format';
import { Scroll } from '../ui/table/scroll';
import { importRunLabels } from './import-run.labels';
import { readingLabels } from './reading.labels';
import { columnMeaning } from './reading-words';

const ROWS_SHOWN = 4;

/** The first rows of the file with what each column becomes; the way to change that. */
@Component({
  selector: 'et-import-first-rows',
  imports: [RouterLink, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div class="et-panel__head">
      <h2>{{ t().firstRows }}</h2>
      @if (mayChange()) {
        <a [routerLink]="['/import', importId(), 'mapping']" queryParamsHandling="preserve">{{ words().change }}</a>
      }
    </div>
    <p class="et-finding">{{ t().firstRowsHint }}</p>
    <et-scroll [label]="t().firstRows">
      <table class="et-table et-import__first">
        <thead>
          <tr>
            <th scope="col">{{ t().row }}</th>
            @for (column of columns(); track column.at) {
              <th scope="col" [class.n]="column.isAmount">
                <code>{{ column.header }}</code>
                <br />
                <b>{{ column.meaning }}</b>
              </th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.number) {
            <tr>
              <th scope="row" class="et-muted">{{ row.number }}</th>
              @for (cell of row.cells; track cell.at) {
                <td [class.n]="cell.isAmount" [class.et-import__cell]="!cell.isAmount">{{ cell.text }}</td>
              }
            </tr>
          }
        </tbody>
      </table>
    </et-scroll>
    @if (ignored(); as names) {
      <p class="et-source">{{ t().ignoredColumns(names) }}</p>
    }`,
})
export class ImportFirstRows {
  readonly importId = input.required<string>();
  readonly preview = input.required<ImportPreview>();
  readonly mayChange = input(false);
  protected readonly t = importRunLabels;
  protected readonly words = readingLabels;

  protected readonly columns = computed(() =>
    this.preview().mapping.columns.flatMap((column, at) =>
      column.role === 'ignore'
        ? []
        : [
            {
              at,
              header: column.header,
              meaning: columnMeaning(column, this.preview().mapping),
              isAmount: column.role === 'amount' || column.role === 'balance',
            },
          ],
    ),
  );
  protected readonly rows = computed(() => {
    const { mapping, firstRows } = this.preview();
    return firstRows
      .filter(({ row }) => row >= mapping.firstDataRow)
      .slice(0, ROWS_SHOWN)
      .map(({ row, cells }) => ({
        number: formatNumber(row),
        cells: this.columns().map(({ at, isAmount }) => ({ at, isAmount, text: cells[at] ?? '' })),
      }));
  });
  protected readonly ignored = computed(() =>
    this.preview()
      .mapping.columns.flatMap(({ role, header }, at) => {
        if (role !== 'ignore') return [];
        return [header === '' ? this.t().columnAt(formatNumber(at + 1)) : `„${header}“`];
      })
      .join(', '),
  );
}
