import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { DecideReview, TakeDemandStep } from '@etatlotse/contracts/demand';
import {
  type Demand,
  DEMAND_PATHS,
  type DemandEvent,
  type FrameCode,
  type PlanningRound,
  type ReviewerDesk,
  ROUND_PATHS,
} from '@etatlotse/contracts/demand/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import type { Observable } from 'rxjs';
import { newIdempotencyKey } from '../platform/api';
import { command } from '../platform/command';
import { paged } from '../platform/paged';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { DemandClient } from './demand.client';

/** What somebody does on the page of a demand. */
export type Errand =
  | { readonly kind: 'step'; readonly body: TakeDemandStep }
  | { readonly kind: 'frame'; readonly frame: FrameCode; readonly version: number }
  | { readonly kind: 'review'; readonly desk: ReviewerDesk; readonly body: DecideReview }
  | { readonly kind: 'remark'; readonly text: string }
  | { readonly kind: 'attach'; readonly file: File };

/** One demand with its history, and everything that can be done with it. */
@Injectable()
export class DemandStore {
  private readonly client = inject(DemandClient);
  private readonly permissions = inject(Permissions);
  readonly id = signal('');
  private readonly resource = httpResource<Demand>(() =>
    this.id() === '' ? undefined : DEMAND_PATHS.demand(this.id()),
  );
  private readonly roundResource = httpResource<PlanningRound>(() =>
    this.permissions.has('demand.write') ? `${ROUND_PATHS.rounds}/current` : undefined,
  );
  private readonly events = paged<DemandEvent, Page<DemandEvent>>(
    () => (this.id() === '' ? '' : DEMAND_PATHS.events(this.id())),
    () => ({
      limit: '20',
    }),
  );
  /** Stays on the page while it is read again. */
  readonly demand = linkedSignal<Demand | null, Demand | null>({
    source: () => (this.resource.hasValue() ? this.resource.value() : null),
    computation: (now, before) => now ?? (before?.value?.id === this.id() ? before.value : null),
  });
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error && this.demand() === null ? problemOf(error) : null;
  });
  readonly history = computed(() => this.events.rows() ?? []);
  readonly hasMoreHistory = this.events.hasMore;
  /** The round into which this demand could be copied. */
  readonly copyTo = computed(() => {
    const round = this.roundResource.hasValue() ? this.roundResource.value() : null;
    const demand = this.demand();
    return round !== null && round.state === 'open' && demand !== null ? round.id : null;
  });
  readonly errand = command((errand: Errand) => this.call(errand));
  readonly copying = command((id: string, roundId: string) => this.client.copy(id, roundId, newIdempotencyKey()));

  async send(errand: Errand): Promise<boolean> {
    const done = await this.errand.run(errand);
    if (done !== null || this.errand.problem()?.code === 'VERSION_STALE') this.reload();
    return done !== null;
  }

  showMoreHistory(): void {
    void this.events.showMore();
  }

  reload(): void {
    this.resource.reload();
    this.events.reload();
  }

  private call(errand: Errand): Observable<unknown> {
    const id = this.id();
    switch (errand.kind) {
      case 'step':
        return this.client.step(id, errand.body);
      case 'frame':
        return this.client.setFrame(id, errand.frame, errand.version);
      case 'review':
        return this.client.review(id, errand.desk, errand.body);
      case 'remark':
        return this.client.remark(id, errand.text);
      case 'attach':
        return this.client.attach(id, errand.file);
    }
  }
}
