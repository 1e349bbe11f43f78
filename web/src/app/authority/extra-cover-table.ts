import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ExtraAssessment } from '@etatlotse/contracts/authority/plain';
import { Amount } from '../ui/amount/amount';
import { formatEuro } from '../ui/amount/format';
import { Notice } from '../ui/notice/notice';
import { Scroll } from '../ui/table/scroll';
import { extraLabels } from './extra.labels';

/** The sources of cover, their sum, and whether it is what was asked for to the cent. */
@Component({
  selector: 'et-extra-cover-table',
  imports: [Amount, Notice, RouterLink, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (assessment().covers.length > 0) {
      <et-scroll [label]="t().coverQuestion">
        <table class="et-table et-cards et-cards--pairs">
          <thead>
            <tr>
              <th scope="col">{{ t().cover }}</th>
              <th scope="col">{{ t().line }}</th>
              <th scope="col" class="n">{{ t().inEuro(t().amount) }}</th>
              @if (showsAvailable()) {
                <th scope="col" class="n">{{ t().inEuro(t().available) }}</th>
              }
            </tr>
          </thead>
          <tbody>
            @for (cover of assessment().covers; track $index) {
              <tr>
                <th scope="row">{{ t().covers[cover.kind] }}</th>
                <td>
                  @if (cover.line; as line) {
                    @if (linksLines()) {
                      <a [routerLink]="['/budget/lines', line.lineId]" queryParamsHandling="preserve">{{
                        line.name
                      }}</a>
                    } @else {
                      {{ line.name }}
                    }
                    <span class="et-small et-muted et-extra__under">{{ line.number }}</span>
                  } @else {
                    –
                  }
                </td>
                <td class="n" [attr.data-label]="t().amount">
                  <et-amount form="cents" [cents]="cover.amountCents" />
                </td>
                @if (showsAvailable()) {
                  <td class="n" [attr.data-label]="t().available">
                    @if (cover.availableCents === null) {
                      –
                    } @else {
                      <et-amount form="cents" [alarming]="true" [cents]="cover.availableCents" />
                    }
                  </td>
                }
              </tr>
            }
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{{ t().coverSum }}</th>
              <td class="et-wide-only"></td>
              <td class="n" [attr.data-label]="t().amount">
                <et-amount form="cents" [cents]="assessment().coverCents" />
              </td>
              @if (showsAvailable()) {
                <td class="et-wide-only"></td>
              }
            </tr>
          </tfoot>
        </table>
      </et-scroll>
    } @else {
      <p class="et-muted">{{ t().coverNone }}</p>
    }
    <et-notice class="et-extra__balance" [kind]="assessment().uncoveredCents === 0 ? 'ok' : 'warn'">
      <p>{{ balance() }}</p>
    </et-notice>`,
})
export class ExtraCoverTable {
  readonly assessment = input.required<ExtraAssessment>();
  readonly showsAvailable = input(true);
  readonly linksLines = input(true);
  protected readonly t = extraLabels;
  protected readonly balance = computed(() => {
    const { uncoveredCents } = this.assessment();
    if (uncoveredCents === 0) return this.t().covered;
    const amount = formatEuro(Math.abs(uncoveredCents));
    return uncoveredCents > 0 ? this.t().uncovered(amount) : this.t().overcovered(amount);
  });
}
