import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MovementRow } from '@etatlotse/contracts/budget';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Download } from '../ui/download/download';
import { formatDate } from '../ui/date/format';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { budgetLabels } from './budget.labels';
import { lineRevenueLabels } from './line-revenue.labels';
import { lineLabels } from './line.labels';
import { provisionalLabels } from './provisional.labels';

/** Every movement behind the line's figures, newest first. */
@Component({
  selector: 'et-line-movements',
  imports: [Amount, Button, Download, RouterLink, Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
    <h2>{{ t().movementsQuestion }}</h2>
    @if (movements().length === 0) {
      <p class="et-muted">{{ t().noMovements }}</p>
    } @else {
      <p class="et-finding">{{ t().movementsCount(number(count())) }}</p>
      <div class="et-actions"><et-download [list]="list()" [table]="t().movementsQuestion" /></div>
      <et-scroll [label]="t().movementsQuestion">
        <table class="et-table et-cards et-table--sticky et-line__movements">
          <thead>
            <tr>
              <th scope="col">{{ t().day }}</th>
              <th scope="col">{{ t().kind }}</th>
              <th scope="col">{{ t().document }}</th>
              <th scope="col">{{ t().text }}</th>
              <th scope="col" class="n">{{ t().amount }}</th>
              @if (mayReverse()) {
                <th scope="col">
                  <span class="et-hidden">{{ t().reverse }}</span>
                </th>
              }
            </tr>
          </thead>
          <tbody>
            @for (movement of movements(); track movement.id) {
              <tr>
                <th scope="row" class="et-nowrap">{{ date(movement.bookedOn) }}</th>
                <td class="et-line__kind">{{ wordOf(movement) }}</td>
                <td class="et-wide-only">{{ movement.documentNumber }}</td>
                <td class="et-line__text">
                  @if (decisionLink(movement); as target) {
                    <a [routerLink]="target">{{ movement.text || movement.reason }}</a>
                  } @else {
                    {{ movement.text || movement.reason }}
                  }
                  @if (movement.isReversed) {
                    <et-tag kind="plain" icon="undo">{{ t().reversed }}</et-tag>
                  }
                  @if (movement.reversesId) {
                    <et-tag kind="plain" icon="undo">{{ t().isReversal }}</et-tag>
                  }
                  @if (movement.provisional; as claim) {
                    <et-tag kind="info" icon="gavel">{{ provisional().tag }}</et-tag>
                    <span class="et-small et-muted">{{ provisional().grounds[claim.ground] }}: {{ claim.basis }}</span>
                  }
                  @if (movement.overAuthority) {
                    <et-tag kind="bad" icon="error">{{ t().overAuthority }}</et-tag>
                  }
                </td>
                <td class="n"><et-amount form="cents" [cents]="movement.amountCents" /></td>
                @if (mayReverse()) {
                  <td class="et-line__action">
                    @if (isReversible(movement)) {
                      <button
                        type="button"
                        class="et-link-button"
                        [attr.aria-label]="t().reverseOf(movement.text)"
                        (click)="reverse.emit(movement)"
                      >
                        {{ t().reverse }}
                      </button>
                    }
                  </td>
                }
              </tr>
            }
          </tbody>
        </table>
      </et-scroll>
      @if (hasMore()) {
        <div class="et-actions et-actions--below">
          <button type="button" etButton="secondary" (click)="more.emit()">{{ t().more }}</button>
        </div>
      }
    }
  </section>`,
})
export class LineMovements {
  readonly movements = input.required<readonly MovementRow[]>();
  readonly count = input.required<number>();
  readonly hasMore = input(false);
  /** Where all of them come from, to be downloaded. */
  readonly list = input.required<string>();
  /** On a line that brings money an actual is a payment that came in, not an invoice. */
  readonly isRevenue = input(false);
  readonly mayReverse = input(false);
  readonly more = output<void>();
  readonly reverse = output<MovementRow>();
  protected readonly t = lineLabels;
  protected readonly provisional = provisionalLabels;
  protected readonly date = formatDate;
  protected readonly number = (value: number): string => formatNumber(value);

  protected wordOf({ kind }: MovementRow): string {
    return this.isRevenue() && kind === 'actual' ? lineRevenueLabels().payment : budgetLabels().kinds[kind];
  }

  /** What a person booked by hand and nobody has undone; orders are undone by their own steps, decisions by decisions. */
  protected isReversible(movement: MovementRow): boolean {
    return (
      movement.source === 'person' &&
      movement.orderId === null &&
      movement.decisionId === null &&
      !movement.isReversed &&
      movement.reversesId === null
    );
  }

  /** Where the decision behind a movement is told: why something is locked, since when and by whom. */
  protected decisionLink({ decisionOf, decisionId }: MovementRow): readonly string[] | null {
    if (decisionOf === 'lock' && decisionId !== null) return ['/authority/locks', decisionId];
    if (decisionOf === 'extra' && decisionId !== null) return ['/authority/extra', decisionId];
    return decisionOf === 'carry_over' ? ['/year-end'] : null;
  }
}
