import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import type { RecordBenefitFigure } from '@etatlotse/contracts/benefit';
import { FIGURE_KINDS } from '@etatlotse/contracts/benefit/plain';
import { FiscalYear } from '../platform/fiscal-year';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { AmountField } from '../ui/field/amount-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { benefitLabels } from './benefit.labels';

/** What is planned for a year, or what came in it: hours and euro. */
@Component({
  selector: 'et-benefit-figure-form',
  imports: [AmountField, Button, Choice, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().figureHeading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-choice [legend]="t().figureKind" [options]="kinds()" [(value)]="kind" />
      <et-text-field
        [label]="t().figureYear"
        [(value)]="year"
        [error]="hasTried() && fiscalYear() === null ? t().notYear : null"
      />
      <et-text-field
        [label]="t().figureHours"
        [(value)]="hours"
        [error]="hasTried() && whole() === null ? t().notWhole : null"
      />
      <et-amount-field [label]="t().figureEuro" [(value)]="amount" [error]="missing(amount() === null)" />
      <et-text-field type="lines" [label]="t().reason" [hint]="t().reasonHint" [optional]="true" [(value)]="reason" />
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary" icon="check">{{ t().send }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class BenefitFigureForm {
  readonly version = input.required<number>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<RecordBenefitFigure>();
  readonly closed = output<void>();
  protected readonly t = benefitLabels;
  private readonly shownYear = inject(FiscalYear).year;
  protected readonly kind = signal<string | null>('realised');
  protected readonly year = linkedSignal(() => String(this.shownYear()));
  protected readonly hours = signal('0');
  protected readonly amount = signal<number | null>(0);
  protected readonly reason = signal('');
  protected readonly hasTried = signal(false);
  protected readonly kinds = computed(() => FIGURE_KINDS.map((value) => ({ value, label: this.t().kinds[value] })));
  protected readonly fiscalYear = computed(() => (/^20\d\d$/.test(this.year().trim()) ? Number(this.year()) : null));
  protected readonly whole = computed(() => {
    const digits = this.hours()
      .trim()
      .replace(/\.(?=\d{3}(\D|$))/g, '');
    return /^\d{1,7}$/.test(digits) ? Number(digits) : null;
  });

  protected missing(isMissing: boolean): string | null {
    return this.hasTried() && isMissing ? this.t().missing : null;
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [fiscalYear, hours, amountCents] = [this.fiscalYear(), this.whole(), this.amount()];
    if (fiscalYear === null || hours === null || amountCents === null) return;
    const kind = FIGURE_KINDS.find((one) => one === this.kind()) ?? 'realised';
    this.confirmed.emit({
      fiscalYear,
      kind,
      hours,
      amountCents,
      reason: this.reason().trim(),
      version: this.version(),
    });
  }
}
