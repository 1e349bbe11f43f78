import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LockStep } from '@etatlotse/contracts/authority/plain';
import { Amount } from '../ui/amount/amount';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { Tag } from '../ui/tag/tag';
import { lockPageLabels } from './lock-page.labels';

/** The lock and its liftings in order, each with its task towards the council (T17c). */
@Component({
  selector: 'et-lock-steps',
  imports: [Amount, Button, RouterLink, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
    <h2>{{ t().steps }}</h2>
    <p class="et-finding">{{ t().stepsFinding }}</p>
    <ol class="et-lock__steps">
      @for (step of steps(); track step.id) {
        <li>
          <p>
            <b>{{ t().kinds[step.kind] }}</b> <et-amount [cents]="step.amountCents" />
            <span class="et-nowrap et-muted et-beside">{{ date(step.decidedOn) }}</span>
          </p>
          <p class="et-small et-muted">{{ step.reason }} ({{ step.decidedBy }}, {{ step.document }})</p>
          @switch (step.state) {
            @case ('waiting') {
              <a routerLink="/settings/approvals"
                ><et-tag kind="info" icon="pending">{{ t().waiting }}</et-tag></a
              >
            }
            @case ('dismissed') {
              <et-tag kind="plain" icon="cancel">{{ t().dismissed }}</et-tag>
            }
            @default {
              @if (step.isReportOpen) {
                <et-tag kind="warn" icon="gavel">{{ t().reportOpen }}</et-tag>
                @if (mayWrite()) {
                  <button type="button" etButton="secondary" [compact]="true" (click)="report.emit(step)">
                    {{ t().report }}
                  </button>
                }
              } @else {
                <et-tag kind="ok" icon="check">{{ told(step) }}</et-tag>
              }
            }
          }
        </li>
      }
    </ol>
  </section>`,
})
export class LockSteps {
  readonly steps = input.required<readonly LockStep[]>();
  readonly mayWrite = input(false);
  readonly report = output<LockStep>();
  protected readonly t = lockPageLabels;
  protected readonly date = formatDate;

  protected told({ reportedOn, reportDocument }: LockStep): string {
    return lockPageLabels().reported(reportedOn === null ? '' : formatDate(reportedOn), reportDocument);
  }
}
