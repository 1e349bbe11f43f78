import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { PaperBlock, PaperRunRow } from '@etatlotse/contracts/council/plain';
import { Scroll } from '../ui/table/scroll';
import { paperLabels } from './paper.labels';
import { PaperRuns } from './paper-runs';

/** The text of a paper as it is printed, its figures marked where they changed or are not there. */
@Component({
  selector: 'et-paper-text',
  imports: [PaperRuns, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@for (block of blocks(); track $index) {
    @switch (block.kind) {
      @case ('heading') {
        <h3><et-paper-runs [runs]="runsOf(block)" /></h3>
      }
      @case ('paragraph') {
        <p class="et-paper__text"><et-paper-runs [runs]="runsOf(block)" /></p>
      }
      @case ('list') {
        <ul class="et-paper__list">
          @for (item of itemsOf(block); track $index) {
            <li><et-paper-runs [runs]="item" /></li>
          }
        </ul>
      }
      @case ('table') {
        @if (tableOf(block); as table) {
          <et-scroll [label]="table.caption">
            <table class="et-table">
              <caption class="et-source">
                {{
                  table.caption
                }}
              </caption>
              <thead>
                <tr>
                  @for (column of table.columns; track $index) {
                    <th scope="col" [class.n]="column.isNumber">{{ column.label }}</th>
                  }
                </tr>
              </thead>
              <tbody>
                @for (row of table.rows; track $index) {
                  <tr [class.et-strong]="row.isSum">
                    @for (cell of row.cells; track $index) {
                      @if ($first) {
                        <th scope="row">{{ cell }}</th>
                      } @else {
                        <td [class.n]="table.columns[$index]?.isNumber">{{ cell }}</td>
                      }
                    }
                  </tr>
                }
              </tbody>
            </table>
          </et-scroll>
        }
      }
    }
  }`,
})
export class PaperText {
  readonly blocks = input.required<readonly PaperBlock[]>();
  protected readonly t = paperLabels;

  protected runsOf(block: PaperBlock): readonly PaperRunRow[] {
    return 'runs' in block ? block.runs : [];
  }

  protected itemsOf(block: PaperBlock): readonly (readonly PaperRunRow[])[] {
    return 'items' in block ? block.items : [];
  }

  protected tableOf(block: PaperBlock): Extract<PaperBlock, { kind: 'table' }> | null {
    return block.kind === 'table' ? block : null;
  }
}
