import { HttpClient, httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { AccountItem } from '@etatlotse/contracts/portfolio';
import { ACCOUNTING_PATHS, type AccountingView, type PortfolioChanged } from '@etatlotse/contracts/portfolio/plain';
import { command } from '../platform/command';

/** How one demand is budgeted, and what finance says about its items. */
@Injectable()
export class DemandAccountingStore {
  private readonly http = inject(HttpClient);
  readonly demandId = signal<string | null>(null);
  private readonly read = httpResource<AccountingView>(() => {
    const id = this.demandId();
    return id === null ? undefined : ACCOUNTING_PATHS.accounting(id);
  });
  readonly view = computed(() => (this.read.hasValue() ? this.read.value() : null));
  readonly settle = command((itemId: string, words: AccountItem) =>
    this.http.put<PortfolioChanged>(ACCOUNTING_PATHS.item(this.demandId() ?? '', itemId), words),
  );
  readonly keepPaper = command((followUpCents: number | null, followUpReason: string) => {
    const view = this.view();
    return this.http.put<PortfolioChanged>(ACCOUNTING_PATHS.paper(this.demandId() ?? ''), {
      alternatives: view?.paper?.alternatives ?? [],
      recommendation: view?.paper?.recommendation ?? '',
      rateBasisPoints: view?.paper?.rateBasisPoints ?? 300,
      followUpCents,
      followUpReason,
      version: view?.version ?? 1,
    });
  });

  reload(): void {
    this.read.reload();
  }
}
