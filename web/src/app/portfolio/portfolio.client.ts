import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { TakeDemandStep } from '@etatlotse/contracts/demand';
import { DEMAND_PATHS } from '@etatlotse/contracts/demand/plain';
import type {
  RateDemand,
  RecordWeights,
  SaveNewScenario,
  SaveScenario,
  SetStaff,
  SetStart,
  TransferDemands,
} from '@etatlotse/contracts/portfolio';
import {
  PORTFOLIO_PATHS,
  type PortfolioChanged,
  type ProposalAnswer,
  type RunStarted,
  type RunView,
  type Scenario,
  type TransferResult,
} from '@etatlotse/contracts/portfolio/plain';
import type { Observable } from 'rxjs';
import { api, idempotent, newIdempotencyKey } from '../platform/api';

/** What stays out and what must be in, whatever is proposed. */
export interface Wishes {
  readonly out: string[];
  readonly mustBeIn: string[];
}

/** The commands of the decision. Reads are resources in the store. */
@Injectable({ providedIn: 'root' })
export class PortfolioClient {
  private readonly http = inject(HttpClient);

  propose(roundId: string, wishes: Wishes): Observable<ProposalAnswer> {
    return this.http.post<ProposalAnswer>(PORTFOLIO_PATHS.proposal(roundId), wishes);
  }

  search(roundId: string, wishes: Wishes, limit: { gapBasisPoints: number; seconds: number }): Observable<RunStarted> {
    const body = { ...wishes, ...limit };
    return this.http.post<RunStarted>(PORTFOLIO_PATHS.runs(roundId), body, idempotent(newIdempotencyKey()));
  }

  run(id: string): Observable<RunView> {
    return this.http.get<RunView>(PORTFOLIO_PATHS.run(id));
  }

  stop(jobId: string): Observable<unknown> {
    return this.http.post(api('jobs', jobId, 'cancel'), {});
  }

  scenario(id: string): Observable<Scenario> {
    return this.http.get<Scenario>(PORTFOLIO_PATHS.scenario(id));
  }

  saveNew(roundId: string, scenario: SaveNewScenario): Observable<PortfolioChanged> {
    return this.http.post<PortfolioChanged>(
      PORTFOLIO_PATHS.scenarios(roundId),
      scenario,
      idempotent(newIdempotencyKey()),
    );
  }

  save(id: string, scenario: SaveScenario): Observable<PortfolioChanged> {
    return this.http.put<PortfolioChanged>(PORTFOLIO_PATHS.scenario(id), scenario);
  }

  rate(demandId: string, body: RateDemand): Observable<PortfolioChanged> {
    return this.http.put<PortfolioChanged>(PORTFOLIO_PATHS.rating(demandId), body);
  }

  begin(demandId: string, body: SetStart): Observable<PortfolioChanged> {
    return this.http.put<PortfolioChanged>(PORTFOLIO_PATHS.start(demandId), body);
  }

  step(demandId: string, body: TakeDemandStep): Observable<unknown> {
    return this.http.post(DEMAND_PATHS.steps(demandId), body);
  }

  weigh(body: RecordWeights): Observable<PortfolioChanged> {
    return this.http.post<PortfolioChanged>(PORTFOLIO_PATHS.weights, body, idempotent(newIdempotencyKey()));
  }

  staff(roundId: string, body: SetStaff): Observable<PortfolioChanged> {
    return this.http.put<PortfolioChanged>(PORTFOLIO_PATHS.staff(roundId), body);
  }

  transfer(roundId: string, body: TransferDemands, key: string): Observable<TransferResult> {
    return this.http.post<TransferResult>(PORTFOLIO_PATHS.transfers(roundId), body, idempotent(key));
  }
}
