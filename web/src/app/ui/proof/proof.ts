import { DOCUMENT } from '@angular/common';
import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Amount } from '../amount/amount';
import { formatEuro, formatNumber, MINUS } from '../amount/format';
import { formatDate, formatDateTime } from '../date/format';
import { Icon } from '../icon/icon';
import { Unknown } from '../unknown/unknown';
import { proofLabels } from './proof.labels';
import type { FormulaRow, Proof } from './proof.types';

/**
 * The drawer behind every amount: formula, movements, difference. Beside the page from 820 px on, a modal bottom sheet below.
 * It takes the focus when it opens; Esc or the cross closes it and the focus goes back to the amount it came from.
 * Put it into the page with `@if (proofKey()) { <et-proof .../> }`.
 */
@Component({
  selector: 'et-proof',
  imports: [Amount, Icon, RouterLink, Unknown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(document:keydown.escape)': 'close($event)' },
  templateUrl: './proof.html',
})
export class ProofDrawer {
  /** `undefined` while it is being fetched: the frame stays and says so. */
  readonly proof = input.required<Proof | undefined>();
  readonly closed = output<void>();

  protected readonly t = proofLabels;
  protected readonly date = formatDate;
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  private readonly document = inject(DOCUMENT);
  private readonly opener = this.document.activeElement;

  protected readonly verdict = computed(() => {
    const proof = this.proof();
    if (!proof) return { text: '', isAgreed: true };
    const at = proof.checkedAt ? `, ${proofLabels().checked(formatDateTime(proof.checkedAt))}.` : '.';
    if (proof.differenceCents === null) return { text: proofLabels().notChecked, isAgreed: true };
    if (proof.differenceCents !== 0) return { text: proofLabels().drift, isAgreed: false };
    return { text: (proof.agreement ?? agreement(proof.movementCount)) + at, isAgreed: true };
  });
  protected readonly difference = computed(() => {
    const cents = this.proof()?.differenceCents ?? null;
    return cents === null ? '' : proofLabels().difference(formatEuro(cents));
  });
  protected readonly hidden = computed(() => {
    const proof = this.proof();
    const count = proof ? proof.movementCount - proof.movements.length : 0;
    return count > 0 ? proofLabels().more(formatNumber(count)) : '';
  });

  constructor() {
    afterNextRender(() => {
      this.open();
      this.heading().nativeElement.focus();
    });
    inject(DestroyRef).onDestroy(() => {
      if (this.opener instanceof HTMLElement && this.opener.isConnected) this.opener.focus();
    });
  }

  protected operator(row: FormulaRow): string {
    return row.operator === '-' ? MINUS : row.operator;
  }

  /** A dialog above the drawer takes its own Esc. */
  protected close(event: Event): void {
    if (event.defaultPrevented) return;
    event.preventDefault();
    this.closed.emit();
  }

  /** A sheet over a small screen must hold the focus; a drawer beside the page must not. */
  private open(): void {
    const dialog = this.dialog().nativeElement;
    const isNarrow = this.document.defaultView?.matchMedia?.('(max-width: 820px)').matches ?? false;
    if (isNarrow && typeof dialog.showModal === 'function') dialog.showModal();
    else dialog.setAttribute('open', '');
  }
}

function agreement(count: number): string {
  if (count === 0) return proofLabels().agreedNone;
  return count === 1 ? proofLabels().agreedOne : proofLabels().agreed(formatNumber(count));
}
