import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Amount } from '../amount/amount';
import { Button } from '../button/button';
import { waysOutLabels } from './ways-out.labels';

/** One lawful way to cover what is missing. */
export interface WayOut {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  /** What this way can cover; `null` is not known. */
  readonly coversCents: number | null;
  readonly coversAll: boolean;
  /** Who decides: "Kämmerei", "Rat". */
  readonly decider?: string;
  /** Text of the button; without it there is nothing to press yet. */
  readonly action?: string;
}

/** The ways in the order of budget law; the first that covers everything carries the primary button. */
@Component({
  selector: 'et-ways-out',
  imports: [Amount, Button],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ol class="et-ways">
    @for (way of ways(); track way.code) {
      <li>
        <div class="et-ways__text">
          <h3>{{ way.title }}</h3>
          <p>{{ way.detail }}</p>
        </div>
        <p class="et-ways__amount">
          <et-amount class="et-strong" [cents]="way.coversCents" />
          <span class="et-tiny et-muted">{{ way.coversAll ? t().coversAll : t().coversPart }}</span>
        </p>
        <div class="et-ways__action">
          @if (way.action) {
            <button type="button" [etButton]="way.code === best() ? 'primary' : 'secondary'" (click)="take.emit(way)">
              {{ way.action }}
            </button>
          }
          @if (way.decider) {
            <p class="et-tiny et-muted">{{ t().decides(way.decider) }}</p>
          }
        </div>
      </li>
    }
  </ol>`,
})
export class WaysOut {
  readonly ways = input.required<readonly WayOut[]>();
  readonly take = output<WayOut>();
  protected readonly t = waysOutLabels;
  protected readonly best = (): string | undefined => this.ways().find((way) => way.coversAll && way.action)?.code;
}
