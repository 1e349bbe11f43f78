import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import type {
  AccountedAs,
  AccountingDuty,
  AccountingReason,
  ItemAccounting,
} from '@etatlotse/contracts/portfolio/plain';
import { Amount } from '../ui/amount/amount';
import { formatEuro, formatPercent } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { AmountField } from '../ui/field/amount-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { demandAccountingLabels } from './demand-accounting.labels';
import { DemandAccountingStore } from './demand-accounting.store';

const BASIS = 10_000;

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

  constructor() {
    effect(() => {
      this.version();
      this.store.demandId.set(this.isOpen() ? this.demandId() : null);
    });
  }

  /** Where threshold and months come from: the city's own source, or an example. */
  private basis(): string {
    const rules = this.store.view()?.rules;
    return rules === undefined || rules.isPapersExample ? this.t().paperExample : rules.papersSource;
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

  protected reasonText(reason: AccountingReason): string {
    const t = this.t().reasons;
    switch (reason.code) {
      case 'device': {
        const key = reason.reason === 'lower_limit' || reason.reason === 'upper_limit' ? 'limit' : reason.reason;
        const text = t.device[key];
        const [price, from, to] = [reason.netUnitCents, reason.fromCents, reason.toCents].map((one) => formatEuro(one));
        return typeof text === 'string' ? text : text(price ?? '', from ?? '', to ?? '');
      }
      case 'decided':
        return t.decided(reason.reason);
      case 'gross':
        return t.gross(formatPercent(reason.vatBasisPoints / BASIS));
      case 'depreciation':
      case 'accrual':
        return t[reason.code](String(reason.months), this.basis());
      default:
        return t[reason.code];
    }
  }

  protected dutyText(duty: AccountingDuty): string {
    const t = this.t().duty;
    switch (duty.code) {
      case 'commitment_authority':
      case 'bound_years':
        return t[duty.code](
          duty.slices.map(({ fiscalYear, amountCents }) => `${fiscalYear} ${formatEuro(amountCents)}`).join(', '),
        );
      case 'comparison':
        return t.comparison(formatEuro(duty.fromCents), this.basis());
      case 'follow_up':
        return t.follow_up;
    }
  }

  protected ask(item: ItemAccounting): void {
    this.store.settle.clear();
    this.chosen.set(item.as === item.proposed ? '' : item.as);
    this.reason.set('');
    this.asked.set(item);
  }

  protected async confirm(item: ItemAccounting): Promise<void> {
    const view = this.store.view();
    const facts = view?.facts.find((one) => one.itemId === item.itemId);
    if (view === null || facts === undefined) return;
    const as = this.chosen();
    const saved = await this.store.settle.run(item.itemId, {
      isStandalone: facts.isStandalone,
      paidMonths: facts.paidMonths,
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
