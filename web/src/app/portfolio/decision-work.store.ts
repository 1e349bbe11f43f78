import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { RateDemand, RecordWeights, SetStaff, TransferDemands } from '@etatlotse/contracts/portfolio';
import {
  PORTFOLIO_PATHS,
  type DecisionDemand,
  type TransferOffer,
  type WeightsView,
} from '@etatlotse/contracts/portfolio/plain';
import { firstValueFrom, type Observable, of, switchMap } from 'rxjs';
import { command } from '../platform/command';
import { problemOf, type ProblemMessage } from '../platform/problem';
import { DecisionStore } from './decision.store';
import { PortfolioClient } from './portfolio.client';

/** A demand that is to be planned, with the year in which it begins. */
export interface Pick {
  readonly demand: DecisionDemand;
  readonly startYear: number;
}

/** A demand that could not be planned, with the reason. */
export interface Refused {
  readonly demand: DecisionDemand;
  readonly problem: ProblemMessage;
}

/** Everything that is done with demands on the page of the decision; after each deed the page is read anew. */
@Injectable()
export class DecisionWorkStore {
  private readonly client = inject(PortfolioClient);
  private readonly store = inject(DecisionStore);
  /** Read only once the part stands that shows it: the ranking comes first. */
  readonly showsOffer = signal(false);
  private readonly offerResource = httpResource<TransferOffer>(() => {
    const id = this.store.roundId();
    return id === null || !this.showsOffer() ? undefined : PORTFOLIO_PATHS.transfers(id);
  });
  readonly offer = computed(() => (this.offerResource.hasValue() ? this.offerResource.value() : null));

  /** Read only once somebody wants to see earlier versions. */
  readonly showsWeights = signal(false);
  private readonly weightsResource = httpResource<readonly WeightsView[]>(() =>
    this.showsWeights() ? PORTFOLIO_PATHS.weights : undefined,
  );
  readonly weights = computed(() => (this.weightsResource.hasValue() ? this.weightsResource.value() : []));

  readonly planned = signal(0);
  readonly isPlanning = signal(false);

  readonly rating = command((demand: DecisionDemand, body: RateDemand | null, startYear: number | null) =>
    this.rate(demand, body, startYear),
  );
  readonly step = command((demand: DecisionDemand, step: 'unplan' | 'adopt', reason: string) =>
    this.client.step(demand.id, { step, version: demand.version, ...(reason === '' ? {} : { reason }) }),
  );
  readonly weigh = command((body: RecordWeights) => this.client.weigh(body));
  readonly staff = command((body: SetStaff) => this.client.staff(this.store.roundId() ?? '', body));
  readonly transfer = command((body: TransferDemands, key: string) =>
    this.client.transfer(this.store.roundId() ?? '', body, key),
  );

  /** One after the other, so that each is judged with what the ones before have taken; what is refused stays as it was. */
  async plan(picks: readonly Pick[], reason: string): Promise<readonly Refused[]> {
    const refused: Refused[] = [];
    this.planned.set(0);
    this.isPlanning.set(true);
    for (const { demand, startYear } of picks) {
      try {
        await firstValueFrom(this.planOne(demand, startYear, reason));
        this.planned.update((count) => count + 1);
      } catch (error) {
        refused.push({ demand, problem: problemOf(error) });
      }
    }
    this.isPlanning.set(false);
    this.reload();
    return refused;
  }

  reload(): void {
    this.store.reload();
    this.offerResource.reload();
    if (this.showsWeights()) this.weightsResource.reload();
  }

  private planOne(demand: DecisionDemand, startYear: number, reason: string): Observable<unknown> {
    const { id, version } = demand;
    const words = reason === '' ? {} : { reason };
    const begun: Observable<unknown> =
      demand.startYear === startYear ? of(null) : this.client.begin(id, { startYear, version });
    return begun.pipe(switchMap(() => this.client.step(id, { step: 'plan', version, ...words })));
  }

  private rate(demand: DecisionDemand, body: RateDemand | null, startYear: number | null): Observable<unknown> {
    const rated: Observable<unknown> = body === null ? of(null) : this.client.rate(demand.id, body);
    const { id, version } = demand;
    return startYear === null ? rated : rated.pipe(switchMap(() => this.client.begin(id, { startYear, version })));
  }
}
