import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import type {
  AccountedAs,
  AccountingDuty,
  AccountingReason,
  ItemAccounting,
} from '@etatlotse/contracts/portfolio/plain';
import { Amount } from '../ui/amount/amount';
import { formatEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { AmountField } from '../ui/field/amount-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { dutyText, reasonText } from './demand-accounting-words';
import { demandAccountingLabels } from './demand-accounting.labels';
import { DemandAccountingStore } from './demand-accounting.store';
import { numberText, readWhole } from './number-text';

const MONTHS_MAX = 240;

/** Accounting without accountants: what each item is in the budget and why, both sides by year, and what is needed beside. */
@Component({
  selector: 'et-demand-accounting',
  imports: [Amount, AmountField, Button, Choice, Dialog, Notice, Scroll, Tag, TextField],
  providers: [DemandAccountingStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './demand-accounting.html',
})
export class DemandAccounting {
  readonly demandId = input.required<string>();
  /** Of the demand; a change of it is read anew. */
  readonly version = input.required<number>();

  protected readonly store = inject(DemandAccountingStore);
  protected readonly t = demandAccountingLabels;
  protected readonly asked = signal<ItemAccounting | null>(null);
  protected readonly chosen = signal<string | null>(null);
  protected readonly isOpen = signal(false);
  protected readonly reason = signal('');
  protected readonly isStandalone = signal(true);
  /** As typed; blank is a year or less. */
  protected readonly paidMonths = signal('');
  protected readonly followUpCents = signal<number | null>(null);
  protected readonly followUpReason = signal('');
  protected readonly options = computed(() => [
    { value: '', label: this.t().proposal },
    { value: 'expense', label: this.t().as.expense },
    { value: 'investment', label: this.t().as.investment },
  ]);
  protected readonly finding = computed(() => {
    const view = this.store.view();
    return view === null ? '' : this.t().finding(formatEuro(view.expenseCents), formatEuro(view.investmentCents));
  });
  protected readonly euro = formatEuro;
  protected readonly reasonText = (reason: AccountingReason): string => reasonText(reason, this.store.view()?.rules);
  protected readonly dutyText = (duty: AccountingDuty): string => dutyText(duty, this.store.view()?.rules);

  /** Months that a payment pays for; null is a year or less, undefined is not readable. */
  protected readonly months = computed(() => {
    const months = readWhole(this.paidMonths());
    return months === undefined || months === null || (months >= 1 && months <= MONTHS_MAX) ? months : undefined;
  });

  constructor() {
    effect(() => {
      this.version();
      this.store.demandId.set(this.isOpen() ? this.demandId() : null);
    });
  }

  protected labelOf(itemId: string): string {
    return this.store.view()?.facts.find((one) => one.itemId === itemId)?.label ?? '';
  }

  protected tagOf(as: AccountedAs): 'plain' | 'info' | 'warn' {
    return as === 'ask' ? 'warn' : as === 'investment' ? 'info' : 'plain';
  }

  protected asText(as: AccountedAs): string {
    return this.t().as[as];
  }

  protected ask(item: ItemAccounting): void {
    this.store.settle.clear();
    this.chosen.set(item.as === item.proposed ? '' : item.as);
    this.reason.set('');
    const facts = this.store.view()?.facts.find((one) => one.itemId === item.itemId);
    this.isStandalone.set(facts?.isStandalone ?? true);
    this.paidMonths.set(numberText(facts?.paidMonths ?? null, 0));
    this.asked.set(item);
  }

  protected async confirm(item: ItemAccounting): Promise<void> {
    const view = this.store.view();
    const paidMonths = this.months();
    if (view === null || paidMonths === undefined) return;
    const as = this.chosen();
    const saved = await this.store.settle.run(item.itemId, {
      isStandalone: this.isStandalone(),
      paidMonths,
      decidedAs: as === 'expense' || as === 'investment' ? as : null,
      reason: this.reason().trim(),
      version: view.version,
    });
    if (saved === null) return;
    this.asked.set(null);
    this.store.reload();
  }

  protected async keepPaper(): Promise<void> {
    const saved = await this.store.keepPaper.run(this.followUpCents(), this.followUpReason().trim());
    if (saved !== null) this.store.reload();
  }
}
