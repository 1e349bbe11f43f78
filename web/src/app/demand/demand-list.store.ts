import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import {
  DEMAND_PATHS,
  type DemandBoard,
  type DemandRow,
  type PlanningRound,
  ROUND_PATHS,
  type RoundName,
} from '@etatlotse/contracts/demand/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { query } from '../platform/api';
import { paged } from '../platform/paged';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';

export interface DemandFilter {
  readonly state?: string | undefined;
  readonly frame?: string | undefined;
  readonly runOrChange?: string | undefined;
  readonly mine?: boolean | undefined;
  readonly late?: boolean | undefined;
  readonly q?: string | undefined;
}

/** The demands of a round as the address filters them, and the round itself. */
@Injectable()
export class DemandListStore {
  private readonly permissions = inject(Permissions);
  /** Of the address; without one it is the round that is going on. */
  readonly roundId = signal<string | undefined>(undefined);
  readonly filter = signal<DemandFilter>({});
  private readonly roundResource = httpResource<PlanningRound>(() =>
    this.roundId() === undefined ? `${ROUND_PATHS.rounds}/current` : ROUND_PATHS.round(this.roundId() ?? ''),
  );
  private readonly boardResource = httpResource<DemandBoard>(() => ({
    url: DEMAND_PATHS.board,
    params: query({ roundId: this.roundId() }),
  }));
  private readonly roundsResource = httpResource<readonly RoundName[]>(() => ROUND_PATHS.rounds);
  readonly page = paged<DemandRow, Page<DemandRow>>(DEMAND_PATHS.demands, () =>
    query({ roundId: this.roundId(), ...this.filter() }),
  );
  readonly round = computed(() => (this.roundResource.hasValue() ? this.roundResource.value() : null));
  readonly board = computed(() => (this.boardResource.hasValue() ? this.boardResource.value() : null));
  readonly rounds = computed(() => (this.roundsResource.hasValue() ? this.roundsResource.value() : []));
  /** Nobody has prepared a round yet. */
  readonly isWithoutRound = computed(() => {
    const error = this.roundResource.error();
    return error !== undefined && problemOf(error).status === 404;
  });
  readonly failure = computed(() => (this.isWithoutRound() ? null : this.page.failure()));
  readonly mayWrite = computed(() => this.permissions.has('demand.write'));
  readonly mayPrepare = computed(() => this.permissions.has('round.write'));

  reload(): void {
    this.page.reload();
    this.roundResource.reload();
    this.boardResource.reload();
  }
}
