import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CoverRightRow } from '@etatlotse/contracts/authority';
import { Amount } from '../ui/amount/amount';
import { Scroll } from '../ui/table/scroll';
import { poolLabels } from './pool.labels';

/** The one-sided rights that hold: who draws, on whom, by which note, and how much is there now. */
@Component({
  selector: 'et-cover-rights',
  imports: [Amount, RouterLink, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (rights().length === 0) {
      <p class="et-muted">{{ t().rightsNone }}</p>
    } @else {
      <p class="et-finding">{{ t().rightsLead }}</p>
      <et-scroll [label]="t().rights">
        <table class="et-table et-cards">
          <thead>
            <tr>
              <th scope="col">{{ t().drawing }}</th>
              <th scope="col">{{ t().giving }}</th>
              <th scope="col" class="n">{{ t().givable }}</th>
              @if (mayDraw() || mayEnd()) {
                <th scope="col">
                  <span class="et-hidden">{{ t().draw }}</span>
                </th>
              }
            </tr>
          </thead>
          <tbody>
            @for (right of rights(); track right.id) {
              <tr>
                <th scope="row">
                  @if (right.drawing; as line) {
                    <a [routerLink]="['/budget/lines', line.id]" queryParamsHandling="preserve">{{ line.name }}</a>
                  } @else {
                    {{ t().hidden }}
                  }
                  <span class="et-small et-muted et-cover__reason">{{ right.budgetNote }}</span>
                </th>
                <td [attr.data-label]="t().giving">
                  @if (right.giving; as line) {
                    <a [routerLink]="['/budget/lines', line.id]" queryParamsHandling="preserve">{{ line.name }}</a>
                  } @else {
                    {{ t().hidden }}
                  }
                </td>
                <td class="n" [attr.data-label]="t().givable">
                  @if (right.giving) {
                    <et-amount form="cents" [cents]="right.givableCents" />
                  } @else {
                    –
                  }
                </td>
                @if (mayDraw() || mayEnd()) {
                  <td>
                    <span class="et-cover__row-actions">
                      @if (mayDraw() && right.drawing && right.giving) {
                        <a
                          routerLink="/authority/transfers/new"
                          [queryParams]="{ from: right.giving.id, to: right.drawing.id, oneSided: true }"
                          queryParamsHandling="merge"
                          >{{ t().draw
                          }}<span class="et-hidden"> ({{ right.drawing.name }}, {{ right.giving.name }})</span></a
                        >
                      }
                      @if (mayEnd()) {
                        <button type="button" class="et-link-button" (click)="endAsked.emit(right)">
                          {{ t().end
                          }}<span class="et-hidden"> ({{ right.drawing?.name }}, {{ right.giving?.name }})</span>
                        </button>
                      }
                    </span>
                  </td>
                }
              </tr>
            }
          </tbody>
        </table>
      </et-scroll>
    }`,
})
export class CoverRights {
  readonly rights = input.required<readonly CoverRightRow[]>();
  readonly mayDraw = input(false);
  readonly mayEnd = input(false);
  readonly endAsked = output<CoverRightRow>();
  protected readonly t = poolLabels;
}
