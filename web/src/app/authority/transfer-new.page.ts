import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { isProblemCode, PROBLEMS } from '@etatlotse/contracts/problem/plain';
import { fieldProblem, fillProblemText } from '../platform/problem';
import { Button } from '../ui/button/button';
import { AmountField } from '../ui/field/amount-field';
import { ErrorSummary } from '../ui/field/error-summary';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Toasts } from '../ui/toast/toasts';
import { LinePicker } from './line-picker';
import { TransferEffectPanel } from './transfer-effect';
import { TransferNewStore } from './transfer-new.store';
import { transferLabels } from './transfer.labels';

type FieldName = 'from' | 'to' | 'amount' | 'reason';

/** The form of a transfer with its effect beside it. The address may bring lines and amount along. */
@Component({
  selector: 'et-transfer-new-page',
  imports: [
    AmountField,
    Button,
    ErrorSummary,
    LinePicker,
    Notice,
    PageHead,
    RouterLink,
    TextField,
    TransferEffectPanel,
  ],
  providers: [TransferNewStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './transfer-new.page.html',
})
export class TransferNewPage {
  /** `?from=`, `?to=`, `?amountCents=` and `?oneSided=true` of the address. */
  readonly from = input<string>();
  readonly to = input<string>();
  readonly amountCents = input<string>();
  readonly oneSided = input<string>();

  protected readonly store = inject(TransferNewStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly t = transferLabels;
  protected readonly reason = signal('');
  protected readonly documentNumber = signal('');
  private readonly isChecked = signal(false);

  protected readonly crumbs = computed(() => [
    { label: transferLabels().title, link: ['/authority/transfers'] },
    { label: transferLabels().newTitle },
  ]);
  protected readonly question = computed(() =>
    this.store.isOneSided() ? transferLabels().newQuestionDraw : transferLabels().newQuestion,
  );
  protected readonly lead = computed(() => {
    const words = transferLabels();
    if (this.store.isOneSided()) return words.newLeadDraw;
    return this.store.mayBook() ? words.newLead : words.newLeadAsk;
  });
  protected readonly problem = computed(() => this.store.transfer.problem() ?? this.store.draw.problem());
  /** The note is asked for where the lines belong to different sub-budgets. */
  protected readonly asksForNote = computed(() => {
    const [from, to] = [this.store.from(), this.store.to()];
    return from !== null && to !== null && from.subBudget !== to.subBudget && from.sphere === to.sphere;
  });
  protected readonly refusalText = computed(() => {
    const refusal = this.store.check()?.refusal ?? null;
    if (refusal === null) return null;
    return isProblemCode(refusal.code) ? fillProblemText(PROBLEMS[refusal.code].detail, refusal.params) : refusal.code;
  });
  protected readonly submitText = computed(() => {
    const { submit } = transferLabels();
    if (this.store.isOneSided()) return submit.draw;
    const isRequest = this.store.check()?.isRequest ?? !this.store.mayBook();
    return isRequest ? submit.requested : submit.booked;
  });
  private readonly missing = computed((): Partial<Record<FieldName, string>> => {
    const words = transferLabels().missing;
    return {
      ...(this.store.fromId() === null ? { from: words.from } : {}),
      ...(this.store.toId() === null ? { to: words.to } : {}),
      ...((this.store.amountCents() ?? 0) <= 0 ? { amount: words.amount } : {}),
      ...(this.reason().trim() === '' ? { reason: words.reason } : {}),
    };
  });
  protected readonly mistakes = computed(() => (this.isChecked() ? Object.values(this.missing()) : []));

  /** What filled the form in and is done with; the year goes along. */
  protected readonly formOnly = { line: null, from: null, to: null, amountCents: null, oneSided: null };

  constructor() {
    effect(() => this.store.fromId.set(this.from() ?? null));
    effect(() => this.store.toId.set(this.to() ?? null));
    effect(() => this.store.isOneSided.set(this.oneSided() === 'true'));
    effect(() => {
      const amount = Number(this.amountCents());
      if (Number.isSafeInteger(amount) && amount > 0) this.store.amountCents.set(amount);
    });
  }

  protected mistakeOf(field: FieldName): string | null {
    const own = this.isChecked() ? (this.missing()[field] ?? null) : null;
    return own ?? fieldProblem(this.problem(), WIRE_NAMES[field]);
  }

  protected choose(side: 'from' | 'to', lineId: string | null): void {
    void this.router.navigate([], {
      queryParams: { [side]: lineId },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.isChecked.set(true);
    const [fromLineId, toLineId, amountCents] = [this.store.fromId(), this.store.toId(), this.store.amountCents()];
    if (Object.keys(this.missing()).length > 0 || fromLineId === null || toLineId === null || amountCents === null) {
      return;
    }
    const common = {
      fiscalYear: this.store.year(),
      amountCents,
      reason: this.reason(),
      documentNumber: this.documentNumber(),
    };
    const done = this.store.isOneSided()
      ? await this.store.draw.run({ ...common, lineId: toLineId, fromLineId })
      : await this.store.transfer.run({ ...common, fromLineId, toLineId, budgetNote: this.store.budgetNote() });
    if (done === null) return;
    const words = transferLabels();
    this.toasts.show(done.state === 'booked' ? words.doneBooked : words.doneRequested);
    await this.router.navigate(['/authority/transfers', done.id], {
      queryParams: this.formOnly,
      queryParamsHandling: 'merge',
    });
  }
}

/** What the fields are called on the wire, to show the API's sentence at the right one. */
const WIRE_NAMES: Readonly<Record<FieldName, string>> = {
  from: 'fromLineId',
  to: 'toLineId',
  amount: 'amountCents',
  reason: 'reason',
};
