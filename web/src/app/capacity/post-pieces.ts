import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { PostPiece, PostYear } from '@etatlotse/contracts/capacity/plain';
import { formatFte, formatNumber, formatPercent } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import { Scroll } from '../ui/table/scroll';
import { fteText } from './post-look';
import { postLabels } from './post.labels';

/** The formula behind the available FTE of a post: every stretch of days with its factors, and their weighed mean. */
@Component({
  selector: 'et-post-pieces',
  imports: [Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ t().pieces }}</h2>
    <p class="et-finding">{{ t().piecesFinding }}</p>
    @if (year().pieces.length === 0) {
      <p>{{ t().noPieces }}</p>
    } @else {
      <et-scroll [label]="t().pieces">
        <table class="et-table et-cards et-cards--pairs">
          <thead>
            <tr>
              <th scope="col">{{ t().period }}</th>
              <th scope="col">{{ t().holder }}</th>
              <th scope="col" class="n">{{ t().workingDays }}</th>
              <th scope="col" class="n">{{ t().share }}</th>
              <th scope="col" class="n">× {{ t().ramp }}</th>
              <th scope="col" class="n">× (1 − {{ t().away }})</th>
              <th scope="col" class="n">= {{ t().value }}</th>
            </tr>
          </thead>
          <tbody>
            @for (piece of year().pieces; track $index) {
              <tr>
                <th scope="row" class="et-num">{{ date(piece.from) }} – {{ date(piece.until) }}</th>
                <td [attr.data-label]="t().holder">{{ t().occupancyName(place(piece)) }}</td>
                <td class="n" [attr.data-label]="t().workingDays">{{ piece.workingDays }}</td>
                <td class="n" [attr.data-label]="t().share">{{ fte(piece.share) }}</td>
                <td class="n" [attr.data-label]="t().ramp">{{ percent(piece.ramp) }}</td>
                <td class="n" [attr.data-label]="t().away">(1 − {{ percent(piece.away) }})</td>
                <td class="n" [attr.data-label]="t().value">{{ fte(piece.value) }}</td>
              </tr>
            }
          </tbody>
        </table>
      </et-scroll>
      <p>{{ sum() }}</p>
    }`,
})
export class PostPieces {
  readonly year = input.required<PostYear>();
  protected readonly t = computed(() => postLabels().page);
  protected readonly date = formatDate;
  protected readonly fte = fteText;
  protected readonly percent = (share: number): string => formatPercent(share);
  protected readonly place = ({ occupancy }: PostPiece): string => String(occupancy + 1);
  /** "(62 × 1,00 + 190 × 0,50) ÷ 252 Arbeitstage = 0,62 VZÄ": the API's mean, with what it is the mean of. */
  protected readonly sum = computed(() => {
    const { pieces, workingDays, availableFte } = this.year();
    const parts = pieces.map((piece) => `${piece.workingDays} × ${fteText(piece.value)}`).join(' + ');
    return this.t().piecesSum(`(${parts})`, formatNumber(workingDays), formatFte(availableFte, 2));
  });
}
