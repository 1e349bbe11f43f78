import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Amount } from '../ui/amount/amount';
import { Scroll } from '../ui/table/scroll';
import { Term } from '../ui/term/term';
import { PlusUnknown } from '../ui/unknown/unknown';
import { AskFigure } from './ask-figure';
import { overviewLabels } from './overview.labels';
import { type OverviewFigures, unknownNames } from './overview.sentences';
import { releasedLabels } from './released.labels';

/** The same figures to the cent, frame by frame, with the remark that a sum over something unknown carries. */
@Component({
  selector: 'et-released-table',
  imports: [Amount, AskFigure, PlusUnknown, Scroll, Term],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ t().tableQuestion }}</h2>
    <p class="et-finding">{{ t().tableHint }}</p>
    <et-scroll [label]="t().tableQuestion">
      <table class="et-table et-cards et-released-table">
        <thead>
          <tr>
            <th scope="col">
              <et-term word="rahmen">{{ t().frame }}</et-term>
            </th>
            @for (column of columns; track column.figure) {
              <th scope="col" class="n">
                <et-term [word]="column.word">{{ t()[column.word] }}</et-term>
              </th>
            }
          </tr>
        </thead>
        <tbody>
          @for (frame of figures().frames; track frame.frame) {
            <tr>
              <th scope="row">{{ words().frames[frame.frame] }}</th>
              @for (column of columns; track column.figure) {
                <td class="n" [attr.data-label]="t()[column.word]">
                  <et-amount
                    form="cents"
                    [alarming]="true"
                    [cents]="frame.ceilingCents === null && column.isGranted ? null : frame[column.figure]"
                  /><et-ask-figure
                    [figure]="frame.frame + '.' + column.key"
                    [what]="words().frames[frame.frame] + ', ' + t()[column.word]"
                  />
                </td>
              }
            </tr>
          }
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{{ t().totals }}</th>
            @for (column of columns; track column.figure) {
              <td class="n" [attr.data-label]="t()[column.word]">
                <et-amount form="cents" [alarming]="true" [cents]="figures().totals[column.figure]" />
                @if (column.isGranted && unknown()) {
                  <et-plus-unknown [of]="unknown() ?? ''" />
                }
                <et-ask-figure [figure]="'total.' + column.key" [what]="t().totals + ', ' + t()[column.word]" />
              </td>
            }
          </tr>
        </tfoot>
      </table>
    </et-scroll>`,
})
export class ReleasedTable {
  readonly figures = input.required<OverviewFigures>();
  protected readonly t = releasedLabels;
  protected readonly words = overviewLabels;
  protected readonly unknown = computed(() => unknownNames(this.figures()));
  /** What depends on a grant is unknown where the ceiling is; what was spent is known everywhere. */
  protected readonly columns = [
    { figure: 'adjustedCents', key: 'adjusted', word: 'fortgeschrieben', isGranted: true },
    { figure: 'lockCents', key: 'lock', word: 'sperre', isGranted: false },
    { figure: 'reservationCents', key: 'reservation', word: 'reservierung', isGranted: false },
    { figure: 'commitmentCents', key: 'commitment', word: 'obligo', isGranted: false },
    { figure: 'actualCents', key: 'actual', word: 'ist', isGranted: false },
    { figure: 'availableCents', key: 'available', word: 'verfuegbar', isGranted: true },
  ] as const;
}
