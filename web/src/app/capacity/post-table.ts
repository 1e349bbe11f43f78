import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PostListRow, PostTotals } from '@etatlotse/contracts/capacity/plain';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { fteText, gradeText, sizeText, stateLooks } from './post-look';
import { postLabels } from './post.labels';

/** Posts one by one: planned, occupied and available beside each other, and where each one stands. */
@Component({
  selector: 'et-post-table',
  imports: [RouterLink, Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-scroll [label]="t().list">
    <table class="et-table et-cards et-cards--pairs">
      <thead>
        <tr>
          <th scope="col">{{ t().post }}</th>
          <th scope="col">{{ t().unit }}</th>
          <th scope="col">{{ t().grade }}</th>
          <th scope="col" class="n">{{ t().share }}</th>
          <th scope="col" class="n">{{ words().planned }}</th>
          <th scope="col" class="n">{{ words().occupied }}</th>
          <th scope="col" class="n">{{ words().available }}</th>
          <th scope="col">{{ t().state }}</th>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.id) {
          <tr>
            <th scope="row">
              <a [routerLink]="['/capacity/posts', row.id]" queryParamsHandling="preserve">{{ row.number }}</a>
              <small class="et-under et-muted">{{ row.name }}{{ row.isDemo ? ', ' + words().demo : '' }}</small>
            </th>
            <td [attr.data-label]="t().unit">{{ row.unit.code }} {{ row.unit.name }}</td>
            <td [attr.data-label]="t().grade">{{ grade(row) }}</td>
            <td class="n" [attr.data-label]="t().share">{{ size(row) }}</td>
            <td class="n" [attr.data-label]="words().planned">{{ fte(row.plannedFte) }}</td>
            <td class="n" [attr.data-label]="words().occupied">{{ fte(row.occupiedFte) }}</td>
            <td class="n" [attr.data-label]="words().available">{{ fte(row.availableFte) }}</td>
            <td>
              <span class="et-post__states">
                @for (look of looks(row); track look.word) {
                  <et-tag [kind]="look.kind" [icon]="look.icon">{{ look.word }}</et-tag>
                }
              </span>
            </td>
          </tr>
        }
      </tbody>
      @if (totals(); as sums) {
        <tfoot>
          <tr>
            <th scope="row">{{ words().sum }}</th>
            <td class="et-wide-only" colspan="3"></td>
            <td class="n" [attr.data-label]="words().planned">{{ fte(sums.plannedFte) }}</td>
            <td class="n" [attr.data-label]="words().occupied">{{ fte(sums.occupiedFte) }}</td>
            <td class="n" [attr.data-label]="words().available">{{ fte(sums.availableFte) }}</td>
            <td class="et-wide-only"></td>
          </tr>
        </tfoot>
      }
    </table>
  </et-scroll>`,
})
export class PostTable {
  readonly rows = input.required<readonly PostListRow[]>();
  readonly totals = input.required<PostTotals | null>();
  protected readonly t = computed(() => postLabels().list);
  protected readonly words = postLabels;
  protected readonly looks = stateLooks;
  protected readonly grade = gradeText;
  protected readonly size = sizeText;
  protected readonly fte = fteText;
}
