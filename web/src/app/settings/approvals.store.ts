import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { DecideApproval } from '@etatlotse/contracts/approval';
import { type Approval, APPROVAL_STATES, type ApprovalState } from '@etatlotse/contracts/approval/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { query } from '../platform/api';
import { command } from '../platform/command';
import { problemOf } from '../platform/problem';
import { APPROVALS, SettingsClient } from './settings.client';

/** Requests of one state, newest first; further pages collect below. */
@Injectable()
export class ApprovalsStore {
  private readonly client = inject(SettingsClient);
  readonly wanted = signal<string | undefined>(undefined);
  readonly state = computed<ApprovalState>(() => APPROVAL_STATES.find((state) => state === this.wanted()) ?? 'pending');

  private readonly firstPage = httpResource<Page<Approval>>(() => ({
    url: APPROVALS,
    params: query({ state: this.state() }),
  }));
  private readonly first = computed(() => (this.firstPage.hasValue() ? this.firstPage.value() : null));
  private readonly later = linkedSignal<Page<Approval> | null, readonly Page<Approval>[]>({
    source: this.first,
    computation: () => [],
  });
  readonly rows = computed(() => {
    const first = this.first();
    return first === null ? null : [first, ...this.later()].flatMap(({ rows }) => rows);
  });
  readonly nextCursor = computed(() => (this.later().at(-1) ?? this.first())?.nextCursor ?? null);
  readonly failure = computed(() => {
    const error = this.firstPage.error();
    return error ? problemOf(error) : null;
  });

  readonly fetchMore = command((cursor: string) => this.client.approvals(this.state(), cursor));
  readonly decide = command((id: string, decision: DecideApproval) => this.client.decide(id, decision));
  readonly withdraw = command((id: string) => this.client.withdraw(id));

  async showMore(): Promise<void> {
    const cursor = this.nextCursor();
    const page = cursor === null ? null : await this.fetchMore.run(cursor);
    if (page !== null) this.later.update((pages) => [...pages, page]);
  }

  reload(): void {
    this.firstPage.reload();
  }
}
