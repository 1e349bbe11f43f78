import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LockLine } from '@etatlotse/contracts/authority/plain';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { lockPageLabels } from './lock-page.labels';

/** What a lock holds, line by line, with what is available now. */
@Component({
  selector: 'et-lock-lines',
  imports: [Amount, Button, RouterLink, Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
    <h2>{{ t().linesQuestion }}</h2>
    <p class="et-finding">{{ t().linesFinding(number(count())) }}</p>
    <et-scroll [label]="t().linesQuestion">
      <table class="et-table et-cards et-cards--pairs et-table--sticky">
        <thead>
          <tr>
            <th scope="col">{{ t().line }}</th>
            <th scope="col" class="n">{{ t().basis }}</th>
            <th scope="col" class="n">{{ t().held }}</th>
            <th scope="col" class="n">{{ t().lifted }}</th>
            <th scope="col" class="n">{{ t().available }}</th>
          </tr>
        </thead>
        <tbody>
          @for (line of lines(); track line.lineId) {
            <tr>
              <th scope="row">
                <a [routerLink]="['/budget/lines', line.lineId]" queryParamsHandling="preserve">{{ line.name }}</a>
                <span class="et-tiny et-muted et-lock__sub">{{ line.number }}</span>
              </th>
              <td class="n" [attr.data-label]="t().basis"><et-amount form="cents" [cents]="line.basisCents" /></td>
              <td class="n" [attr.data-label]="t().held"><et-amount form="cents" [cents]="line.heldCents" /></td>
              <td class="n et-wide-only"><et-amount form="cents" [cents]="line.liftedCents" /></td>
              <td class="n" [attr.data-label]="t().available">
                <et-amount form="cents" [alarming]="true" [cents]="line.availableCents" />
                @if (line.availableCents < 0 && line.heldCents > 0) {
                  <et-tag kind="warn" icon="warning">{{ t().unrealisable }}</et-tag>
                }
              </td>
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
  </section>`,
})
export class LockLines {
  readonly lines = input.required<readonly LockLine[]>();
  readonly count = input.required<number>();
  readonly hasMore = input(false);
  readonly more = output<void>();
  protected readonly t = lockPageLabels;
  protected readonly number = (value: number): string => formatNumber(value);
}
