import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { CreateFiscalYear } from '@etatlotse/contracts/planning';
import { fiscalYear, isFiscalYear, planningWindow, planYears } from '@etatlotse/domain/shared';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { settingsLabels } from './settings.labels';

/** A new fiscal year, or two at once. Says before it is made which years the plan will show (R12). */
@Component({
  selector: 'et-year-form',
  imports: [Button, Choice, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().heading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-text-field
        [label]="t().year"
        [(value)]="typed"
        [error]="hasTried() && first() === null ? t().yearWrong : null"
      />
      <et-choice [legend]="t().kind" [options]="options()" [(value)]="kind" />
      @if (effect(); as sentence) {
        <et-notice class="et-form-notice" kind="info"
          ><p>{{ sentence }}</p></et-notice
        >
      }
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ t().save }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class YearForm {
  /** The year after the last one there is. */
  readonly proposal = input.required<number>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<CreateFiscalYear>();
  readonly closed = output<void>();
  protected readonly t = computed(() => settingsLabels().add);
  protected readonly typed = linkedSignal(() => String(this.proposal()));
  protected readonly kind = signal<string | null>('one');
  protected readonly hasTried = signal(false);
  protected readonly options = computed(() => [
    { value: 'one', label: this.t().one },
    { value: 'two', label: this.t().two },
  ]);
  protected readonly first = computed(() => {
    const year = Number(this.typed().trim());
    return isFiscalYear(year) && isFiscalYear(year + 1) ? year : null;
  });
  protected readonly effect = computed(() => {
    const first = this.first();
    if (first === null) return null;
    const plan = planYears(fiscalYear(first), fiscalYear(this.kind() === 'two' ? first + 1 : first));
    const window = planningWindow(plan);
    const years = plan.firstYear === plan.lastYear ? String(first) : `${plan.firstYear}/${plan.lastYear}`;
    return this.t().effect(years, window[0] ?? first, window.at(-1) ?? first);
  });

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const year = this.first();
    if (year !== null) this.confirmed.emit({ fiscalYear: year, isTwoYears: this.kind() === 'two' });
  }
}
