import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TakeContractStep } from '@etatlotse/contracts/contract';
import type { ContractEventRow } from '@etatlotse/contracts/contract/plain';
import { formatUnitPrice } from '@etatlotse/domain/contract';
import { newIdempotencyKey } from '../platform/api';
import { Clock } from '../platform/clock';
import { Permissions } from '../platform/permission';
import { ProcurementAdvice } from '../platform/procurement-advice';
import { Amount } from '../ui/amount/amount';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { Facts } from '../ui/facts/facts';
import { language } from '../ui/language/language';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { Toasts } from '../ui/toast/toasts';
import { ContractDocuments } from './contract-documents';
import { factsOf, sentenceOf } from './contract-facts';
import { contractFormLabels } from './contract-form.labels';
import { awayText, stateLook } from './contract-look';
import { contractPageLabels } from './contract-page.labels';
import { ContractStepForm } from './contract-step-form';
import { ContractYears } from './contract-years';
import { contractLabels } from './contract.labels';
import { ContractStore } from './contract.store';

const YEARS_AHEAD = 4;

/** One contract: what it costs and binds year by year, which notice gives back what, and what was agreed. */
@Component({
  selector: 'et-contract-page',
  imports: [
    Amount,
    Button,
    ContractDocuments,
    ContractStepForm,
    ContractYears,
    Facts,
    Failure,
    Loading,
    Notice,
    PageHead,
    ProcurementAdvice,
    RouterLink,
    Scroll,
    Tag,
  ],
  providers: [ContractStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './contract.page.html',
})
export class ContractPage {
  readonly contractId = input.required<string>();
  protected readonly store = inject(ContractStore);
  private readonly toasts = inject(Toasts);
  private readonly permissions = inject(Permissions);
  protected readonly today = new Date(inject(Clock).nowMs()).toISOString().slice(0, 10);
  protected readonly t = contractPageLabels;
  protected readonly words = contractLabels;
  protected readonly date = formatDate;
  protected readonly euro = formatEuro;
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly price = (micros: number): string => formatUnitPrice(micros, language());
  protected readonly away = (day: string): string => awayText(this.today, day);
  protected readonly look = stateLook;
  protected readonly isEnding = signal(false);
  protected readonly mayAttach = computed(() => this.permissions.has('budget.note'));

  protected readonly crumbs = computed(() => [
    { label: contractLabels().title, link: ['/contracts'] },
    { label: this.store.contract()?.number ?? '' },
  ]);
  protected readonly lead = computed(() => {
    const contract = this.store.contract();
    return contract === null ? '' : sentenceOf(contract, this.today);
  });
  protected readonly facts = computed(() => {
    const contract = this.store.contract();
    return contract === null ? [] : factsOf(contract);
  });

  /** The years that are planned in; what lies further ahead is counted in the notices and not drawn. */
  private readonly lastYear = Number(this.today.slice(0, 4)) + YEARS_AHEAD;
  protected readonly years = computed(() =>
    (this.store.contract()?.years ?? []).filter(({ fiscalYear }) => fiscalYear <= this.lastYear),
  );
  protected readonly prices = computed(() =>
    (this.store.contract()?.prices ?? []).filter(({ from }) => Number(from.slice(0, 4)) <= this.lastYear),
  );

  constructor() {
    effect(() => this.store.id.set(this.contractId()));
  }

  /** What a change was about, in the words of the form. */
  protected changed({ changed }: ContractEventRow): string {
    const names = contractFormLabels().columns;
    return [...new Set(changed.map((name) => names[name as keyof typeof names] ?? name))].join(', ');
  }

  protected start(): void {
    this.store.takeStep.clear();
    this.isEnding.set(true);
  }

  protected async take(step: TakeContractStep): Promise<void> {
    const taken = await this.store.takeStep.run(step);
    this.store.reload();
    if (taken === null) return;
    const words = contractPageLabels().step;
    this.toasts.show(step.step === 'withdraw' ? words.doneWithdraw : words.done);
    this.isEnding.set(false);
  }

  protected async attach(files: readonly File[]): Promise<void> {
    for (const file of files) {
      const attached = await this.store.attach.run(file, newIdempotencyKey());
      if (attached === null) break;
      this.toasts.show(contractPageLabels().attached(file.name));
    }
    this.store.reloadDocuments();
  }
}
