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
import type { RecordObligation } from '@etatlotse/contracts/authority';
import type { CommitmentAuthorityRow } from '@etatlotse/contracts/authority/plain';
import { LineSearch } from '../platform/line-search';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { type ChosenLine, LineChoice } from '../ui/line-choice/line-choice';
import { Notice } from '../ui/notice/notice';
import { commitmentLabels } from './commitment.labels';
import { type TypedYear, YearAmounts } from './year-amounts';

/** An order or contract of several years: from an authority where it is investment, else on a line of running operation. */
@Component({
  selector: 'et-obligation-form',
  imports: [Button, DateField, Dialog, LineChoice, Notice, TextField, YearAmounts],
  providers: [LineSearch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './obligation-form.html',
})
export class ObligationForm {
  /** Null: a running obligation without one. */
  readonly authority = input<CommitmentAuthorityRow | null>(null);
  readonly today = input.required<string>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<RecordObligation>();
  readonly closed = output<void>();
  protected readonly search = inject(LineSearch);
  protected readonly t = computed(() => commitmentLabels().form);

  protected readonly line = linkedSignal<ChosenLine | null>(() => this.authority()?.line ?? null);
  protected readonly reference = signal('');
  protected readonly partner = signal('');
  protected readonly subject = signal('');
  protected readonly signedOn = linkedSignal<string | null>(() => this.today());
  protected readonly noticeBy = signal<string | null>(null);
  protected readonly amounts = signal<readonly TypedYear[]>([]);
  protected readonly reason = signal('');
  protected readonly hasTried = signal(false);

  /** An authority burdens the years after its plan; without one the years after the signature. */
  protected readonly after = computed(
    () => this.authority()?.fiscalYear ?? Number((this.signedOn() ?? this.today()).slice(0, 4)),
  );
  /** Asked for once the API has found that a slice is exceeded within the total. */
  protected readonly asksReason = computed(() => this.problem()?.code === 'COMMITMENT_SLICE_REASON');
  protected readonly heading = computed(() => {
    const authority = this.authority();
    return authority === null ? this.t().obligationHeading : this.t().useHeading(authority.number);
  });

  protected missing(text: string): string | null {
    return this.hasTried() && text.trim() === '' ? this.t().fill : null;
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [line, signedOn, noticeBy] = [this.line(), this.signedOn(), this.noticeBy()];
    const isNamed = [this.reference(), this.subject()].every((text) => text.trim() !== '');
    const amounts = this.amounts().filter(({ fiscalYear }) => fiscalYear > this.after());
    if (line === null || signedOn === null || !isNamed || amounts.length === 0) return;
    const authorityId = this.authority()?.id;
    this.confirmed.emit({
      lineId: line.id,
      ...(authorityId === undefined ? {} : { authorityId }),
      reference: this.reference().trim(),
      partner: this.partner().trim(),
      subject: this.subject().trim(),
      signedOn,
      ...(noticeBy === null ? {} : { noticeBy }),
      amounts: [...amounts],
      ...(this.reason().trim() === '' ? {} : { reason: this.reason().trim() }),
    });
  }
}
