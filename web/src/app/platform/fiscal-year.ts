import { computed, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { isFiscalYear } from '@etatlotse/domain/shared';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map, startWith } from 'rxjs';
import { Clock } from './clock';
import { SessionStore } from './session.store';

/** The fiscal year of the page. It stands in the address (`?year=2026`), so that a link shows what its sender saw. */
@Injectable({ providedIn: 'root' })
export class FiscalYear {
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  private readonly clock = inject(Clock);
  private readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => this.router.url),
      startWith(this.router.url),
    ),
    { initialValue: this.router.url },
  );

  readonly year = computed(() => {
    const typed = Number(this.router.parseUrl(this.url()).queryParams['year']);
    return isFiscalYear(typed) ? typed : this.today();
  });
  /** What the switch offers: years of the session, else the one at hand with its neighbours. */
  readonly choices = computed(() => {
    const known = this.session.session()?.fiscalYears ?? [];
    const around = known.length ? known : [this.today() + 1, this.today(), this.today() - 1];
    return [...new Set([...around, this.year()])].sort((a, b) => b - a);
  });

  choose(year: number): void {
    void this.router.navigate([], { queryParams: { year, proof: null }, queryParamsHandling: 'merge' });
  }

  private today(): number {
    return this.session.session()?.fiscalYear ?? new Date(this.clock.nowMs()).getFullYear();
  }
}
