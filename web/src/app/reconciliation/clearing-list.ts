import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { ClearingItem } from '@etatlotse/contracts/import/plain';
import type { FoundLine } from '@etatlotse/contracts/search/plain';
import { Download } from '../ui/download/download';
import { Amount } from '../ui/amount/amount';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Toasts } from '../ui/toast/toasts';
import { clearingLabels } from './clearing.labels';
import { ClearingStore } from './clearing.store';

const STATES = ['open', 'assigned', 'dismissed'] as const;

/** Imported bookings that match no line: each is put on a line or dismissed with a reason. */
@Component({
  selector: 'et-clearing-list',
  imports: [Amount, Button, Dialog, Download, Failure, Loading, Notice, Scroll, Select, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './clearing-list.html',
})
export class ClearingList {
  /** How many wait, and how much, over all pages. */
  readonly waiting = input<{ readonly open: number; readonly amountCents: number } | null>(null);
  readonly decided = output<void>();

  protected readonly store = inject(ClearingStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly t = clearingLabels;
  protected readonly date = formatDate;
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly assigning = signal<ClearingItem | null>(null);
  protected readonly dismissing = signal<ClearingItem | null>(null);
  protected readonly reason = signal('');
  protected readonly hasTried = signal(false);
  protected readonly states = computed(() => STATES.map((value) => ({ value, label: this.t().states[value] })));
  protected readonly isOpen = computed(() => this.store.state() === 'open');
  protected readonly sentence = computed(() => {
    const waiting = this.waiting();
    if (waiting === null || !this.isOpen()) return '';
    return waiting.open === 0
      ? this.t().none
      : this.t().open(formatNumber(waiting.open), formatEuro(waiting.amountCents), waiting.open === 1);
  });
  protected readonly empty = computed(() => {
    const state = this.store.state();
    return state === 'open' ? '' : this.t().noneOf[state];
  });

  protected nameOf(item: ClearingItem): string {
    return item.text || item.documentNumber || this.t().noText;
  }

  protected view(state: string | null): void {
    void this.router.navigate([], {
      queryParams: { clearing: state === 'open' ? null : state },
      queryParamsHandling: 'merge',
    });
  }

  protected allImports(): void {
    void this.router.navigate([], { queryParams: { importId: null }, queryParamsHandling: 'merge' });
  }

  protected startAssign(item: ClearingItem): void {
    this.store.assign.clear();
    this.store.search.set(item.lineNumber);
    this.assigning.set(item);
  }

  protected startDismiss(item: ClearingItem): void {
    this.store.dismiss.clear();
    this.reason.set('');
    this.hasTried.set(false);
    this.dismissing.set(item);
  }

  protected async assign(item: ClearingItem, line: FoundLine): Promise<void> {
    if ((await this.store.assign.run(item, line.id)) === null) return;
    this.assigning.set(null);
    this.done(this.t().assigned(line.name));
  }

  protected async dismiss(event: Event, item: ClearingItem): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    const reason = this.reason().trim();
    if (reason === '' || (await this.store.dismiss.run(item, reason)) === null) return;
    this.dismissing.set(null);
    this.done(this.t().dismissed);
  }

  private done(text: string): void {
    this.toasts.show(text);
    this.store.reload();
    this.decided.emit();
  }
}
