import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { LineName, TransferCheck } from '@etatlotse/contracts/authority/plain';
import { Amount } from '../ui/amount/amount';
import { Notice } from '../ui/notice/notice';
import { transferLabels } from './transfer.labels';

/** What a transfer does to both lines: before and after, each where its availability counts, and the rule that carries it. */
@Component({
  selector: 'et-transfer-effect',
  imports: [Amount, Notice],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (sides(); as shown) {
      <table class="et-table et-cover__effect">
        <caption class="et-hidden">
          {{
            t().effect
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ t().line }}</th>
            <th scope="col" class="n">{{ t().before }}</th>
            <th scope="col" class="n">{{ t().after }}</th>
          </tr>
        </thead>
        <tbody>
          @for (side of shown; track side.line.id) {
            <tr>
              <th scope="row">
                {{ side.line.name }}
                @if (side.effect.level === 'pool') {
                  <small class="et-muted">{{ t().pool }}</small>
                }
              </th>
              <td class="n"><et-amount form="cents" [cents]="side.effect.beforeCents" /></td>
              <td class="n"><et-amount form="cents" [cents]="side.effect.afterCents" /></td>
            </tr>
          }
        </tbody>
      </table>
      @if (check()?.form; as form) {
        <et-notice kind="ok" [heading]="check()?.isRequest ? t().fitsRequest : t().fits">
          <p>{{ t().formNotes[form] }}</p>
          @if (check()?.rule; as rule) {
            <p class="et-small">{{ t().rule(rule) }}</p>
          }
        </et-notice>
      }
    } @else if (refusal()) {
      <et-notice kind="bad" [heading]="t().refused">
        <p>{{ refusal() }}</p>
      </et-notice>
    } @else {
      <p class="et-muted">{{ t().effectEmpty }}</p>
    }`,
})
export class TransferEffectPanel {
  readonly from = input.required<LineName | null>();
  readonly to = input.required<LineName | null>();
  readonly check = input.required<TransferCheck | null>();
  /** The sentence of the refusal, if it would be refused. */
  readonly refusal = input.required<string | null>();
  protected readonly t = transferLabels;
  protected readonly sides = computed(() => {
    const [from, to, check] = [this.from(), this.to(), this.check()];
    if (from === null || to === null || check === null || check.from === null || check.to === null) return null;
    return [
      { line: from, effect: check.from },
      { line: to, effect: check.to },
    ];
  });
}
