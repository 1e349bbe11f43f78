import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, input, output, signal } from '@angular/core';
import type { ClearingItem } from '@etatlotse/contracts/import/plain';
import { formatEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { type Fact, Facts } from '../ui/facts/facts';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { Toasts } from '../ui/toast/toasts';
import { reconciliationLabels } from './reconciliation.labels';
import { ReconciliationStore } from './reconciliation.store';

const ASK_AFTER_MS = 250;

/** Puts one unclear booking on its line, or says why it does not count. */
@Component({
  selector: 'et-clearing-decision',
  imports: [Button, Choice, Dialog, Facts, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './clearing-decision.html',
})
export class ClearingDecision {
  readonly item = input.required<ClearingItem>();
  readonly decided = output();
  readonly closed = output();

  protected readonly store = inject(ReconciliationStore);
  protected readonly t = reconciliationLabels;
  private readonly toasts = inject(Toasts);
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected readonly way = signal<string | null>('assign');
  protected readonly lineId = signal<string | null>(null);
  protected readonly reason = signal('');
  protected readonly isAsked = signal(false);

  protected readonly ways = computed(() => [
    { value: 'assign', label: this.t().assign },
    { value: 'dismiss', label: this.t().dismiss },
  ]);
  protected readonly lines = computed(() =>
    (this.store.lines() ?? []).map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
  );
  protected readonly facts = computed((): readonly Fact[] => {
    const item = this.item();
    return [
      { term: this.t().document, text: item.documentNumber || this.t().noDocument },
      { term: this.t().text, text: item.text },
      { term: this.t().statedLine, text: item.lineNumber },
      { term: this.t().amount, text: formatEuro(item.amountCents) },
    ];
  });
  protected readonly lineError = computed(() =>
    this.isAsked() && this.lineId() === null ? this.t().lineMissing : null,
  );
  protected readonly reasonError = computed(() =>
    this.isAsked() && this.reason().trim() === '' ? this.t().reasonMissing : null,
  );
  protected readonly problem = computed(() => this.store.assign.problem() ?? this.store.dismiss.problem());

  constructor() {
    this.store.lineQ.set('');
    this.store.assign.clear();
    this.store.dismiss.clear();
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected find(q: string): void {
    this.lineId.set(null);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.store.lineQ.set(q.trim()), ASK_AFTER_MS);
  }

  protected async decide(event: Event): Promise<void> {
    event.preventDefault();
    this.isAsked.set(true);
    const done = this.way() === 'assign' ? await this.assign() : await this.dismiss();
    if (done === null) return;
    this.toasts.show(done);
    this.decided.emit();
  }

  private async assign(): Promise<string | null> {
    const line = this.store.lines()?.find(({ id }) => id === this.lineId());
    if (line === undefined) return null;
    return (await this.store.assign.run(this.item(), line.id)) === null ? null : this.t().assigned(line.number);
  }

  private async dismiss(): Promise<string | null> {
    const reason = this.reason().trim();
    if (reason === '') return null;
    return (await this.store.dismiss.run(this.item(), reason)) === null ? null : this.t().dismissed;
  }
}
