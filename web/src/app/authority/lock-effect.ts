import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { LockPreview } from '@etatlotse/contracts/authority/plain';
import { Amount } from '../ui/amount/amount';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Notice } from '../ui/notice/notice';
import { Scroll } from '../ui/table/scroll';
import { lockFormLabels } from './lock-form.labels';

/** What a lock would do, line by line, before anybody is asked to confirm it (T17b). */
@Component({
  selector: 'et-lock-effect',
  imports: [Amount, Notice, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel" aria-live="polite">
    <h2>{{ t().effect }}</h2>
    @if (preview(); as seen) {
      <p class="et-finding">{{ t().effectLead(euro(seen.lockCents), number(seen.lines)) }}</p>
      @if (isStale()) {
        <et-notice kind="warn" class="et-form-notice">{{ t().effectStale }}</et-notice>
      }
      @if (seen.unrealisableCents > 0) {
        <et-notice kind="warn" class="et-form-notice" [heading]="t().unrealisable">
          <p>{{ t().unrealisableText(euro(seen.unrealisableCents), seen.unrealisableLines) }}</p>
        </et-notice>
      } @else {
        <et-notice kind="ok" class="et-form-notice">{{ t().allRealisable }}</et-notice>
      }
      <dl class="et-figures">
        <div>
          <dt>{{ t().basis }}</dt>
          <dd><et-amount [cents]="seen.basisCents" /></dd>
        </div>
        <div>
          <dt>{{ t().locked }}</dt>
          <dd><et-amount [cents]="seen.lockCents" /></dd>
        </div>
      </dl>
      @if (seen.subBudgets.length > 1) {
        <h3 class="et-section--close">{{ t().bySubBudget }}</h3>
        <table class="et-table">
          <tbody>
            @for (group of seen.subBudgets; track group.subBudget) {
              <tr>
                <th scope="row">{{ group.subBudget || t().none }}</th>
                <td class="n"><et-amount form="euro" [cents]="group.lockCents" /></td>
              </tr>
            }
          </tbody>
        </table>
      }
      <et-scroll class="et-section--close" [label]="t().effect">
        <table class="et-table et-cards">
          <thead>
            <tr>
              <th scope="col">{{ t().line }}</th>
              <th scope="col" class="n">{{ t().basisIn }}</th>
              <th scope="col" class="n">{{ t().lockIn }}</th>
              <th scope="col" class="n">{{ t().afterIn }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of shown(); track row.lineId) {
              <tr>
                <th scope="row">
                  {{ row.name }}
                  <span class="et-tiny et-muted et-lock__sub">{{ row.number }}</span>
                </th>
                <td class="n" [attr.data-label]="t().basisIn"><et-amount form="cents" [cents]="row.basisCents" /></td>
                <td class="n" [attr.data-label]="t().lockIn"><et-amount form="cents" [cents]="row.lockCents" /></td>
                <td class="n" [attr.data-label]="t().afterIn">
                  <et-amount form="cents" [alarming]="true" [cents]="row.availableAfterCents" />
                  @if (row.unrealisableCents > 0) {
                    <span class="et-tiny et-warn et-lock__sub">
                      {{ t().unrealisable }} {{ euro(row.unrealisableCents) }}
                    </span>
                  }
                </td>
              </tr>
            }
          </tbody>
        </table>
      </et-scroll>
      @if (seen.lines > shown().length) {
        <p class="et-source">{{ t().firstRows(number(shown().length), number(seen.lines)) }}</p>
      }
    } @else {
      <p class="et-muted">{{ t().effectHint }}</p>
    }
  </section>`,
})
export class LockEffect {
  readonly preview = input<LockPreview | null>(null);
  readonly isStale = input(false);
  protected readonly t = lockFormLabels;
  protected readonly euro = (cents: number): string => formatEuro(cents);
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly shown = computed(() => this.preview()?.rows.slice(0, SHOWN) ?? []);
}

const SHOWN = 20;
