import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Amount } from '../amount/amount';
import { Button } from '../button/button';
import { waysOutLabels } from './ways-out.labels';

/** One lawful way to cover what is missing. */
export interface WayOut {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  /** The paragraph, as it is cited. */
  readonly rule?: string;
  /** What has to be on the table. */
  readonly paper?: string;
  /** What this way can cover; `null` is not known. */
  readonly coversCents: number | null;
  readonly coversAll: boolean;
  /** Lines that could give, best first. */
  readonly donors?: readonly { readonly name: string; readonly cents: number }[];
  /** Who meets when on the way to the decision, and until when the paper is needed. */
  readonly meetings?: readonly string[];
  /** Who decides: "Kämmerei", "Rat". */
  readonly decider?: string;
  /** Text of the button; without it there is nothing to press yet. */
  readonly action?: string;
  /** Where the button leads; without it the button says that it was pressed. */
  readonly link?: string;
  readonly linkParams?: Readonly<Record<string, string | number | boolean>>;
}

/** The ways in the order of budget law; the first that covers everything carries the primary button. */
@Component({
  selector: 'et-ways-out',
  imports: [Amount, Button, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ol class="et-ways" [class.et-ways--narrow]="narrow()">
    @for (way of ways(); track way.code) {
      <li>
        <div class="et-ways__text">
          <h3>{{ way.title }}</h3>
          <p>{{ way.detail }}</p>
          @if (way.donors?.length) {
            <ul class="et-ways__donors">
              @for (donor of way.donors; track donor.name) {
                <li>
                  <span>{{ donor.name }}</span> <et-amount [cents]="donor.cents" />
                </li>
              }
            </ul>
          }
          @if (way.meetings?.length) {
            <ol class="et-ways__meetings" [attr.aria-label]="t().meetings">
              @for (meeting of way.meetings; track meeting) {
                <li>{{ meeting }}</li>
              }
            </ol>
          }
          @if (way.paper || way.rule) {
            <p class="et-tiny et-muted">
              @if (way.paper) {
                {{ t().needs(way.paper) }}
              }
              {{ way.rule }}
            </p>
          }
        </div>
        <p class="et-ways__amount">
          <et-amount class="et-strong" [cents]="way.coversCents" />
          @if (way.coversCents !== null) {
            <span class="et-tiny et-muted">{{ way.coversAll ? t().coversAll : t().coversPart }}</span>
          }
        </p>
        <div class="et-ways__action">
          @if (way.action && way.link) {
            <a
              [etButton]="way.code === best() ? 'primary' : 'secondary'"
              [routerLink]="way.link"
              [queryParams]="way.linkParams"
              queryParamsHandling="merge"
              >{{ way.action }}</a
            >
          } @else if (way.action) {
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
  /** Beside a form there is no room for columns: everything stands below each other. */
  readonly narrow = input(false);
  readonly take = output<WayOut>();
  protected readonly t = waysOutLabels;
  protected readonly best = (): string | undefined => this.ways().find((way) => way.coversAll && way.action)?.code;
}
