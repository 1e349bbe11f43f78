import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  AddStandardItem,
  ChangeStandardItem,
  DecideReview,
  PrepareRound,
  ChangeRound,
  SaveDemand,
  SetRoundCeilings,
  StartDemand,
  TakeDemandStep,
  TakeRoundStep,
} from '@etatlotse/contracts/demand';
import {
  type Demand,
  type DemandChanged,
  DEMAND_PATHS,
  DEMAND_SHEET_PATHS,
  type DemandOffer,
  type DemandRow,
  type DemandSheetReading,
  type DemandSheetTaken,
  type FrameCode,
  type LateDemand,
  type ReviewerDesk,
  ROUND_PATHS,
  type RoundChanged,
  type StandardItem,
} from '@etatlotse/contracts/demand/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import type { Observable } from 'rxjs';
import { idempotent, newIdempotencyKey, query } from '../platform/api';

/** Commands on demands and rounds, and reads that a page asks for by hand. */
@Injectable({ providedIn: 'root' })
export class DemandClient {
  private readonly http = inject(HttpClient);

  show(id: string): Observable<Demand> {
    return this.http.get<Demand>(DEMAND_PATHS.demand(id));
  }

  start(demand: StartDemand, key: string): Observable<DemandChanged> {
    return this.http.post<DemandChanged>(DEMAND_PATHS.demands, demand, idempotent(key));
  }

  copy(id: string, roundId: string, key: string): Observable<DemandChanged> {
    return this.http.post<DemandChanged>(DEMAND_PATHS.copies(id), { roundId }, idempotent(key));
  }

  save(id: string, content: SaveDemand): Observable<DemandChanged> {
    return this.http.put<DemandChanged>(DEMAND_PATHS.content(id), content);
  }

  step(id: string, step: TakeDemandStep): Observable<DemandChanged> {
    return this.http.post<DemandChanged>(DEMAND_PATHS.steps(id), step);
  }

  setFrame(id: string, frame: FrameCode, version: number): Observable<DemandChanged> {
    return this.http.put<DemandChanged>(DEMAND_PATHS.frame(id), { frame, version });
  }

  remark(id: string, text: string): Observable<unknown> {
    return this.http.post(DEMAND_PATHS.remarks(id), { text }, idempotent(newIdempotencyKey()));
  }

  review(id: string, desk: ReviewerDesk, said: DecideReview): Observable<DemandChanged> {
    return this.http.put<DemandChanged>(DEMAND_PATHS.review(id, desk), said);
  }

  attach(id: string, file: File): Observable<unknown> {
    return this.http.post(DEMAND_PATHS.attachments(id), formOf(file), idempotent(newIdempotencyKey()));
  }

  detach(id: string, attachmentId: string): Observable<unknown> {
    return this.http.delete(DEMAND_PATHS.attachment(id, attachmentId));
  }

  readSheet(roundId: string, file: File): Observable<DemandSheetReading> {
    return this.http.post<DemandSheetReading>(DEMAND_SHEET_PATHS.reading(roundId), formOf(file));
  }

  takeSheet(
    roundId: string,
    file: File,
    { seen, key }: { readonly seen: string; readonly key: string },
  ): Observable<DemandSheetTaken> {
    return this.http.post<DemandSheetTaken>(DEMAND_SHEET_PATHS.taking(roundId, seen), formOf(file), idempotent(key));
  }

  offers(roundId: string, q: string): Observable<readonly DemandOffer[]> {
    return this.http.get<readonly DemandOffer[]>(DEMAND_PATHS.offers, { params: query({ roundId, q }) });
  }

  list(filter: Readonly<Record<string, string | number | boolean | undefined>>): Observable<Page<DemandRow>> {
    return this.http.get<Page<DemandRow>>(DEMAND_PATHS.demands, { params: query(filter) });
  }

  standardItems(q: string): Observable<Page<StandardItem>> {
    return this.http.get<Page<StandardItem>>(ROUND_PATHS.standardItems, { params: query({ q, limit: 100 }) });
  }

  addStandardItem(item: AddStandardItem): Observable<RoundChanged> {
    return this.http.post<RoundChanged>(ROUND_PATHS.standardItems, item, idempotent(newIdempotencyKey()));
  }

  changeStandardItem(id: string, item: ChangeStandardItem): Observable<RoundChanged> {
    return this.http.put<RoundChanged>(ROUND_PATHS.standardItem(id), item);
  }

  prepare(round: PrepareRound, key: string): Observable<RoundChanged> {
    return this.http.post<RoundChanged>(ROUND_PATHS.rounds, round, idempotent(key));
  }

  changeRound(id: string, round: ChangeRound): Observable<RoundChanged> {
    return this.http.put<RoundChanged>(ROUND_PATHS.round(id), round);
  }

  setCeilings(id: string, ceilings: SetRoundCeilings): Observable<RoundChanged> {
    return this.http.put<RoundChanged>(ROUND_PATHS.ceilings(id), ceilings);
  }

  roundStep(id: string, step: TakeRoundStep): Observable<RoundChanged> {
    return this.http.post<RoundChanged>(ROUND_PATHS.steps(id), step);
  }

  remind(id: string): Observable<{ readonly told: number }> {
    return this.http.post<{ readonly told: number }>(ROUND_PATHS.reminders(id), {});
  }

  late(id: string, cursor: string): Observable<Page<LateDemand>> {
    return this.http.get<Page<LateDemand>>(ROUND_PATHS.late(id), { params: query({ cursor }) });
  }
}

function formOf(file: File): FormData {
  const form = new FormData();
  form.append('file', file, file.name);
  return form;
}
