import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { LiftLock, Lock, LockLine, ReportLock } from '@etatlotse/contracts/authority';
import { LOCK_PATHS } from '@etatlotse/contracts/authority/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { command } from '../platform/command';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { LockClient } from './lock.client';

/** One lock with its steps and its lines. */
@Injectable()
export class LockDetail {
  private readonly client = inject(LockClient);
  private readonly permissions = inject(Permissions);
  readonly lockId = signal('');

  private readonly lockResource = httpResource<Lock>(() =>
    this.lockId() === '' ? undefined : LOCK_PATHS.lock(this.lockId()),
  );
  private readonly lineResource = httpResource<Page<LockLine>>(() =>
    this.lockId() === '' ? undefined : LOCK_PATHS.lines(this.lockId()),
  );
  private readonly first = computed(() => (this.lineResource.hasValue() ? this.lineResource.value() : null));
  private readonly later = linkedSignal<Page<LockLine> | null, readonly Page<LockLine>[]>({
    source: this.first,
    computation: () => [],
  });

  readonly lock = computed(() => (this.lockResource.hasValue() ? this.lockResource.value() : null));
  readonly lines = computed(() => {
    const first = this.first();
    return first === null ? null : [first, ...this.later()].flatMap(({ rows }) => rows);
  });
  readonly nextCursor = computed(() => (this.later().at(-1) ?? this.first())?.nextCursor ?? null);
  readonly failure = computed(() => {
    const error = this.lockResource.error();
    return error ? problemOf(error) : null;
  });
  readonly mayWrite = computed(() => this.permissions.has('lock.write'));

  readonly lift = command((lift: LiftLock, key: string) => this.client.lift(this.lockId(), lift, key));
  readonly report = command((stepId: string, report: ReportLock) => this.client.report(this.lockId(), stepId, report));
  private readonly fetchMore = command((cursor: string) => this.client.lines(this.lockId(), cursor));

  async showMore(): Promise<void> {
    const cursor = this.nextCursor();
    const page = cursor === null ? null : await this.fetchMore.run(cursor);
    if (page !== null) this.later.update((pages) => [...pages, page]);
  }

  reload(): void {
    this.lockResource.reload();
    this.lineResource.reload();
  }
}
