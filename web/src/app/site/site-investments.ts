import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { InvestmentRow, InvestmentState } from '@etatlotse/contracts/site/plain';
import { Amount } from '../ui/amount/amount';
import type { IconName } from '../ui/icon/icons';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { decisionText, sharesText } from './site-look';
import { siteLabels } from './site.labels';

const LOOKS: Readonly<Record<InvestmentState, { readonly kind: 'info' | 'ok' | 'plain'; readonly icon: IconName }>> = {
  planned: { kind: 'info', icon: 'schedule' },
  done: { kind: 'ok', icon: 'check_circle' },
  dropped: { kind: 'plain', icon: 'cancel' },
};

/** What goes into the network of a site, and which network and frame bears it. */
@Component({
  selector: 'et-site-investments',
  imports: [Amount, Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-scroll [label]="t().investments">
    <table class="et-table et-cards et-cards--pairs">
      <thead>
        <tr>
          <th scope="col">{{ t().name }}</th>
          <th scope="col">{{ t().year }}</th>
          <th scope="col" class="n">{{ t().amount }}</th>
          <th scope="col">{{ t().use }}</th>
          <th scope="col">{{ t().state }}</th>
          @if (mayWrite()) {
            <th scope="col">{{ words().change }}</th>
          }
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.id) {
          <tr>
            <th scope="row">
              {{ row.name }}
              @if (row.decision; as decision) {
                <small class="et-under et-muted"> {{ decided(decision) }}</small>
              }
            </th>
            <td class="et-num" [attr.data-label]="t().year">{{ row.fiscalYear }}</td>
            <td class="n" [attr.data-label]="t().amount"><et-amount form="cents" [cents]="row.amountCents" /></td>
            <td [attr.data-label]="t().use">
              <span>
                @for (share of shares(row); track $index) {
                  <span class="et-site__share">{{ share }}</span>
                }
              </span>
            </td>
            <td [attr.data-label]="t().state">
              <et-tag [kind]="looks[row.state].kind" [icon]="looks[row.state].icon">{{ t().states[row.state] }}</et-tag>
            </td>
            @if (mayWrite()) {
              <td>
                <button
                  type="button"
                  class="et-link-button"
                  [attr.aria-label]="t().changeInvestment(row.name)"
                  (click)="edited.emit(row)"
                >
                  {{ words().change }}
                </button>
              </td>
            }
          </tr>
        }
      </tbody>
    </table>
  </et-scroll>`,
})
export class SiteInvestments {
  readonly rows = input.required<readonly InvestmentRow[]>();
  readonly mayWrite = input.required<boolean>();
  readonly edited = output<InvestmentRow>();
  protected readonly t = computed(() => siteLabels().page);
  protected readonly words = siteLabels;
  protected readonly looks = LOOKS;
  protected readonly shares = sharesText;
  protected readonly decided = decisionText;
}
