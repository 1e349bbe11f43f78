import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { CountOutcome } from '@etatlotse/contracts/outcome';
import { OPERATORS, type OutcomeCount } from '@etatlotse/contracts/outcome/plain';
import type { ProblemMessage } from '../platform/problem';
import { boundLabels } from '../ui/bound/bound.labels';
import { Button } from '../ui/button/button';
import { Choice, type Option, Select } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { outcomeFormLabels } from './outcome-form.labels';

/** States a quantity of the city or of a unit, or corrects one. What it cost is not asked. */
@Component({
  selector: 'et-outcome-count-form',
  imports: [Button, Choice, DateField, Dialog, Notice, Select, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './outcome-count-form.html',
})
export class OutcomeCountForm {
  readonly piece = input.required<string>();
  /** What is corrected; null for a new count. */
  readonly corrected = input<OutcomeCount | null>(null);
  readonly units = input.required<readonly Option[]>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<CountOutcome>();
  readonly closed = output<void>();
  protected readonly t = outcomeFormLabels;
  protected readonly measuredOn = linkedSignal<string | null>(() => this.corrected()?.measuredOn ?? null);
  protected readonly operator = linkedSignal<string | null>(() => this.corrected()?.operator ?? 'exact');
  protected readonly quantity = linkedSignal(() => String(this.corrected()?.quantity ?? ''));
  protected readonly unitId = signal<string | null>(null);
  protected readonly source = linkedSignal(() => this.corrected()?.source ?? '');
  protected readonly reason = signal('');
  protected readonly hasTried = signal(false);
  protected readonly operators = computed(() =>
    OPERATORS.map((value) => ({ value, label: boundLabels().operators[value] })),
  );
  protected readonly isSeveral = computed(() => this.operator() === 'several');
  protected readonly read = computed(() => {
    const digits = this.quantity()
      .trim()
      .replace(/\.(?=\d{3}(\D|$))/g, '');
    return /^\d{1,8}$/.test(digits) ? Number(digits) : null;
  });

  protected missing(isMissing: boolean): string | null {
    return this.hasTried() && isMissing ? this.t().missing : null;
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [measuredOn, source, reason] = [this.measuredOn(), this.source().trim(), this.reason().trim()];
    const [corrected, quantity] = [this.corrected(), this.isSeveral() ? null : this.read()];
    if (measuredOn === null || source === '' || (quantity === null && !this.isSeveral())) return;
    if (corrected !== null && reason === '') return;
    this.confirmed.emit({
      unitId: corrected === null ? this.unitId() : corrected.unitId,
      measuredOn,
      operator: OPERATORS.find((one) => one === this.operator()) ?? 'exact',
      quantity,
      source,
      ...(corrected === null ? {} : { supersedesId: corrected.id, reason }),
    });
  }
}
