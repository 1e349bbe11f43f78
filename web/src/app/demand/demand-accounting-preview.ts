import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, input, signal } from '@angular/core';
import type { DemandItem } from '@etatlotse/contracts/demand/plain';
import type { PreviewAccounting } from '@etatlotse/contracts/portfolio';
import { ACCOUNTING_PATHS, type AccountingView } from '@etatlotse/contracts/portfolio/plain';
import { command } from '../platform/command';
import { SAVE_AFTER_MS } from '../platform/saving';
import { Amount } from '../ui/amount/amount';
import { formatEuro } from '../ui/amount/format';
import { Tag } from '../ui/tag/tag';
import { dutyText, reasonText } from './demand-accounting-words';
import { demandAccountingLabels } from './demand-accounting.labels';

/**
 * What the typed items are in the budget, while somebody types: the rules are the city's own and asked of the server after a
 * pause. Nothing is stored, and the last answer stays until the next one is there.
 */
@Component({
  selector: 'et-demand-accounting-preview',
  imports: [Amount, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ t().previewTitle }}</h2>
    @if (view(); as now) {
      <p role="status">{{ t().finding(euro(now.expenseCents), euro(now.investmentCents)) }}</p>
      @for (item of now.items; track item.itemId) {
        <h3>{{ labelOf(now, item.itemId) }}</h3>
        <p>
          <et-tag [kind]="item.as === 'ask' ? 'warn' : item.as === 'investment' ? 'info' : 'plain'">{{
            t().as[item.as]
          }}</et-tag>
          @if (item.account) {
            {{ t().account(item.account) }}
          }
          @if (item.grossCents !== null) {
            · <et-amount [cents]="item.grossCents" /> {{ t().grossWord }}
          }
        </p>
        @for (reason of item.reasons; track reason.code) {
          <p class="et-small et-muted">{{ reasonText(reason, now.rules) }}</p>
        }
      }
      @if (now.followUpCents > 0) {
        <p class="et-small">{{ t().followUp(euro(now.followUpCents)) }}</p>
      }
      @if (now.duties.length) {
        <h3>{{ t().duties }}</h3>
        <ul>
          @for (duty of now.duties; track duty.code) {
            <li class="et-small">{{ dutyText(duty, now.rules) }}</li>
          }
        </ul>
      }
      <p class="et-source">{{ now.rules.isLowValueExample ? t().exampleRules : t().ownRules }}</p>
    } @else {
      <p class="et-muted">{{ asking.problem() ? t().previewLater : t().previewNone }}</p>
    }`,
})
export class DemandAccountingPreview {
  readonly roundId = input.required<string>();
  readonly items = input.required<readonly DemandItem[]>();
  protected readonly t = demandAccountingLabels;
  protected readonly euro = formatEuro;
  protected readonly reasonText = reasonText;
  protected readonly dutyText = dutyText;
  private readonly pauseMs = inject(SAVE_AFTER_MS);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly http = inject(HttpClient);
  private wanted: PreviewAccounting | null = null;
  private readonly last = signal<AccountingView | null>(null);
  protected readonly asking = command((form: PreviewAccounting) =>
    this.http.post<AccountingView>(ACCOUNTING_PATHS.preview, form),
  );
  protected readonly view = computed(() => (this.items().length === 0 ? null : this.last()));

  constructor() {
    effect(() => {
      const [roundId, items] = [this.roundId(), this.items()];
      clearTimeout(this.timer);
      if (items.length === 0) return;
      this.timer = setTimeout(() => void this.ask({ roundId, items: items.map(previewItem) }), this.pauseMs);
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  /** One question at a time; what was typed meanwhile is asked next. */
  private async ask(form: PreviewAccounting): Promise<void> {
    this.wanted = form;
    if (this.asking.isRunning()) return;
    for (let next: PreviewAccounting | null = form; next !== null; next = this.wanted) {
      this.wanted = null;
      const answer = await this.asking.run(next);
      if (answer !== null) this.last.set(answer);
    }
  }

  protected labelOf(view: AccountingView, itemId: string): string {
    const label = view.facts.find((one) => one.itemId === itemId)?.label ?? '';
    return label === '' ? this.t().unnamed : label;
  }
}

function previewItem({ id: _, unit: __, ...item }: DemandItem): PreviewAccounting['items'][number] {
  return { ...item, isStandalone: true, paidMonths: null };
}
