import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { AddPlanChange, AnswerPlanExtra, RecordPlanChangeResult } from '@etatlotse/contracts/planning';
import { type PlanChanges, PLANNING_PATHS, type Supplement } from '@etatlotse/contracts/planning/plain';
import { newIdempotencyKey } from '../platform/api';
import { command } from '../platform/command';
import { Permissions } from '../platform/permission';
import { PlanningClient } from './planning.client';

/** What moves the amounts of a version besides its cells: dated changes, and what a supplementary budget does. */
@Injectable()
export class PlanChangesStore {
  private readonly client = inject(PlanningClient);
  private readonly permissions = inject(Permissions);
  /** The version, its kind and the state of its record: after each step everything is read again. */
  readonly wanted = signal<{ readonly id: string; readonly isSupplementary: boolean; readonly version: number } | null>(
    null,
    { equal: (a, b) => a?.id === b?.id && a?.version === b?.version },
  );

  private readonly changeResource = httpResource<PlanChanges>(() => {
    const wanted = this.wanted();
    return wanted === null ? undefined : PLANNING_PATHS.planChanges(wanted.id);
  });
  private readonly supplementResource = httpResource<Supplement>(() => {
    const wanted = this.wanted();
    return wanted?.isSupplementary === true ? PLANNING_PATHS.planSupplement(wanted.id) : undefined;
  });
  readonly changes = computed(() => (this.changeResource.hasValue() ? this.changeResource.value() : null));
  readonly supplement = computed(() => (this.supplementResource.hasValue() ? this.supplementResource.value() : null));
  private readonly later = linkedSignal<PlanChanges | null, readonly PlanChanges[]>({
    source: this.changes,
    computation: () => [],
  });
  readonly rows = computed(() => {
    const first = this.changes();
    return first === null ? [] : [first, ...this.later()].flatMap(({ rows }) => rows);
  });
  readonly nextCursor = computed(() => (this.later().at(-1) ?? this.changes())?.nextCursor ?? null);
  readonly mayWrite = computed(() => this.permissions.has('plan.write'));
  readonly mayRecord = computed(() => this.permissions.has('plan.adopt'));

  private key = newIdempotencyKey();
  readonly add = command((change: AddPlanChange) => this.client.addChange(this.id(), change, this.key));
  readonly record = command((changeId: string, result: RecordPlanChangeResult) =>
    this.client.recordResult(this.id(), changeId, result),
  );
  readonly withdraw = command((changeId: string, version: number) =>
    this.client.withdrawChange(this.id(), changeId, version),
  );
  readonly answer = command((answer: AnswerPlanExtra) => this.client.answerExtra(this.id(), answer));
  private readonly fetchMore = command((cursor: string) => this.client.changes(this.id(), cursor));

  /** A new form, a new key. */
  renewKey(): void {
    this.key = newIdempotencyKey();
  }

  async showMore(): Promise<void> {
    const cursor = this.nextCursor();
    const page = cursor === null ? null : await this.fetchMore.run(cursor);
    if (page !== null) this.later.update((pages) => [...pages, page]);
  }

  reload(): void {
    this.changeResource.reload();
    this.supplementResource.reload();
  }

  private id(): string {
    return this.wanted()?.id ?? '';
  }
}
