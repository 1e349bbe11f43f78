import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { TakeBooksStep } from '@etatlotse/contracts/planning';
import type { BooksStep, FiscalYearRow } from '@etatlotse/contracts/planning/plain';
import { BOOKS_STEPS } from '@etatlotse/domain/budget';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { settingsLabels } from './settings.labels';

/** One step of the books of a year. What it needs (reason, second person) is the domain's table. */
@Component({
  selector: 'et-books-step-form',
  imports: [Button, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().headings[step()](year().fiscalYear)" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <p class="et-form-notice">
        {{ t().effects[step()] }}
        @if (needsSecond()) {
          {{ t().second }}
        }
      </p>
      @if (needsSecond()) {
        <et-text-field
          type="lines"
          [label]="t().reason"
          [optional]="!needsReason()"
          [(value)]="reason"
          [error]="hasTried() && isReasonMissing() ? t().reasonMissing : null"
        />
      }
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ needsSecond() ? t().ask : t().open }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class BooksStepForm {
  readonly year = input.required<FiscalYearRow>();
  readonly step = input.required<BooksStep>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<TakeBooksStep>();
  readonly closed = output<void>();
  protected readonly t = computed(() => settingsLabels().step);
  protected readonly reason = signal('');
  protected readonly hasTried = signal(false);
  protected readonly needsSecond = computed(() => BOOKS_STEPS[this.step()].requires.includes('second_person'));
  protected readonly needsReason = computed(() => BOOKS_STEPS[this.step()].requires.includes('reason'));
  protected readonly isReasonMissing = computed(() => this.needsReason() && !this.reason().trim());

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    if (this.isReasonMissing()) return;
    const reason = this.reason().trim();
    this.confirmed.emit({
      version: this.year().version,
      step: this.step(),
      ...(reason === '' ? {} : { reason }),
    });
  }
}
