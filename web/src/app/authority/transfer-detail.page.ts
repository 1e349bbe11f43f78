import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { LineName } from '@etatlotse/contracts/authority/plain';
import { formatEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { Facts } from '../ui/facts/facts';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Tag } from '../ui/tag/tag';
import { Toasts } from '../ui/toast/toasts';
import { type TransferDeed, TransferDeedForm } from './transfer-deed-form';
import { TransferDetailStore } from './transfer-detail.store';
import { TRANSFER_LOOKS } from './transfer-state';
import { transferLabels } from './transfer.labels';

/** One transfer: what moved, who asked and who decided, and what can be done with it. */
@Component({
  selector: 'et-transfer-detail-page',
  imports: [Button, Facts, Failure, Loading, Notice, PageHead, RouterLink, Tag, TransferDeedForm],
  providers: [TransferDetailStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './transfer-detail.page.html',
})
export class TransferDetailPage {
  readonly transferId = input.required<string>();
  protected readonly store = inject(TransferDetailStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly t = transferLabels;
  protected readonly looks = TRANSFER_LOOKS;
  protected readonly deed = signal<TransferDeed | null>(null);

  protected readonly crumbs = computed(() => [
    { label: transferLabels().title, link: ['/authority/transfers'] },
    { label: transferLabels().detailTitle },
  ]);
  protected readonly question = computed(() => {
    const words = transferLabels();
    const transfer = this.store.transfer();
    if (transfer === null) return words.detailTitle;
    const name = (line: LineName | null): string => line?.name ?? words.hidden;
    return words.detailQuestion(formatEuro(transfer.amountCents), name(transfer.from), name(transfer.to));
  });
  protected readonly lead = computed(() => {
    const words = transferLabels();
    const transfer = this.store.transfer();
    if (transfer === null) return '';
    return transfer.undoesId === null ? words.detailLead[transfer.state] : words.detailLeadCounter;
  });
  protected readonly facts = computed(() => {
    const { fact, hidden, forms, by } = transferLabels();
    const transfer = this.store.transfer();
    if (transfer === null) return [];
    const line = (term: string, at: LineName | null) =>
      at === null
        ? { term, text: hidden }
        : { term, text: `${at.number} ${at.name}`, link: ['/budget/lines', at.id] as const };
    const given = (term: string, text: string) => (text === '' ? [] : [{ term, text }]);
    const { decidedByName, decidedAt } = transfer;
    return [
      line(fact.from, transfer.from),
      line(fact.to, transfer.to),
      { term: fact.amount, text: formatEuro(transfer.amountCents) },
      { term: fact.form, text: forms[transfer.form] },
      { term: fact.reason, text: transfer.reason },
      ...given(fact.document, transfer.documentNumber),
      ...given(fact.note, transfer.budgetNote),
      { term: fact.requested, text: by(transfer.requestedByName, formatDate(transfer.requestedAt.slice(0, 10))) },
      ...(decidedByName === null || decidedAt === null
        ? []
        : [{ term: fact.decided, text: by(decidedByName, formatDate(decidedAt.slice(0, 10))) }]),
      ...given(fact.decisionReason, transfer.decisionReason),
    ];
  });
  /** The transfer that this one undoes, or the one that undoes it. */
  protected readonly other = computed(() => {
    const transfer = this.store.transfer();
    return transfer?.undoesId ?? transfer?.undoneById ?? null;
  });
  protected readonly problem = computed(
    () => this.store.decide.problem() ?? this.store.withdraw.problem() ?? this.store.undo.problem(),
  );

  constructor() {
    effect(() => this.store.transferId.set(this.transferId()));
  }

  protected ask(deed: TransferDeed): void {
    this.store.clear();
    this.deed.set(deed);
  }

  protected async carryOut(reason: string): Promise<void> {
    const [deed, transfer] = [this.deed(), this.store.transfer()];
    if (deed === null || transfer === null) return;
    const { version } = transfer;
    const done =
      deed === 'withdraw'
        ? await this.store.withdraw.run(version)
        : deed === 'undo'
          ? await this.store.undo.run({ reason, version })
          : await this.store.decide.run({ decision: deed, version, ...(reason === '' ? {} : { reason }) });
    if (done === null) return;
    this.toasts.show(transferLabels().deeds[deed].done);
    this.deed.set(null);
    this.store.reload();
    if (deed === 'undo') {
      await this.router.navigate(['/authority/transfers', done.id], { queryParamsHandling: 'preserve' });
    }
  }
}
