import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, effect, inject, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  DEMAND_PATHS,
  type DemandRow,
  type PlanningRound,
  ROUND_PATHS,
  type UnitName,
} from '@etatlotse/contracts/demand/plain';
import { problemOf } from '../platform/problem';
import { Amount } from '../ui/amount/amount';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { demandListLabels } from './demand-list.labels';
import { DemandErrands } from './demand-errand.store';
import { demandLabels } from './demand.labels';

/** Begins a draft, empty or as a copy of last year's demand. */
@Component({
  selector: 'et-demand-start-page',
  imports: [Amount, Button, Empty, Failure, Loading, Notice, PageHead, RouterLink, Select, TextField],
  providers: [DemandErrands],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './demand-start.page.html',
})
export class DemandStartPage {
  private readonly errands = inject(DemandErrands);
  private readonly router = inject(Router);
  protected readonly t = demandListLabels;
  protected readonly words = demandLabels;
  protected readonly roundResource = httpResource<PlanningRound>(() => `${ROUND_PATHS.rounds}/current`);
  private readonly unitResource = httpResource<readonly UnitName[]>(() => DEMAND_PATHS.units);
  protected readonly round = computed(() => (this.roundResource.hasValue() ? this.roundResource.value() : null));
  protected readonly units = computed(() => (this.unitResource.hasValue() ? this.unitResource.value() : null));
  protected readonly failure = computed(() => {
    const error = this.roundResource.error() ?? this.unitResource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly crumbs = computed(() => [
    { label: demandLabels().title, link: ['/demands'] },
    { label: this.t().add },
  ]);
  protected readonly options = computed(() =>
    (this.units() ?? []).map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
  );
  protected readonly unitId = linkedSignal(() => this.units()?.[0]?.id ?? null);
  protected readonly title = signal('');
  protected readonly hasTried = signal(false);
  protected readonly earlier = signal<readonly DemandRow[]>([]);
  protected readonly starting = this.errands.starting;
  protected readonly copying = this.errands.copying;

  constructor() {
    effect(() => {
      const previous = this.round()?.previousRoundId;
      if (typeof previous === 'string') {
        void this.errands.list({ roundId: previous, limit: 50 }).then((page) => {
          if (page !== null) this.earlier.set(page.rows.filter(({ state }) => state !== 'withdrawn'));
        });
      }
    });
  }

  protected async start(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    const [round, unitId] = [this.round(), this.unitId()];
    if (round === null || unitId === null || this.title().trim() === '') return;
    const started = await this.starting.run({ roundId: round.id, unitId, title: this.title().trim() });
    if (started !== null) await this.write(started.id);
  }

  protected async copy(row: DemandRow): Promise<void> {
    const round = this.round();
    const made = round === null ? null : await this.copying.run(row.id, round.id);
    if (made !== null) await this.write(made.id);
  }

  private async write(id: string): Promise<void> {
    await this.router.navigate(['/demands', id, 'edit'], { queryParamsHandling: 'preserve' });
  }
}
