import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { AuditEntry, AuditVerification } from '@etatlotse/contracts/audit';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { query } from '../platform/api';
import { command } from '../platform/command';
import { problemOf } from '../platform/problem';
import { SessionStore } from '../platform/session.store';
import { AUDIT, AuditClient, type AuditView } from './audit.client';

/** The log as the address filters it, newest first, and the result of the last check of its chains. */
@Injectable()
export class AuditStore {
  private readonly client = inject(AuditClient);
  private readonly session = inject(SessionStore);
  readonly view = signal<AuditView>({}, { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) });
  private readonly resource = httpResource<Page<AuditEntry>>(() => ({ url: AUDIT, params: query({ ...this.view() }) }));
  private readonly first = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  private readonly later = linkedSignal<Page<AuditEntry> | null, readonly Page<AuditEntry>[]>({
    source: this.first,
    computation: () => [],
  });

  readonly rows = computed(() => {
    const first = this.first();
    return first === null ? null : [first, ...this.later()].flatMap(({ rows }) => rows);
  });
  readonly nextCursor = computed(() => (this.later().at(-1) ?? this.first())?.nextCursor ?? null);
  readonly isFiltered = computed(() => Object.keys(query({ ...this.view() })).length > 0);
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  /** Pages of the budget are not open to an administrator; there the log names things without a link. */
  readonly seesBudget = computed(() => this.session.has('auditor', 'finance'));

  readonly fetchMore = command((cursor: string) => this.client.page(this.view(), cursor));
  readonly verify = command(() => this.client.verify());
  readonly verification = signal<AuditVerification | null>(null);

  async showMore(): Promise<void> {
    const cursor = this.nextCursor();
    const page = cursor === null ? null : await this.fetchMore.run(cursor);
    if (page !== null) this.later.update((pages) => [...pages, page]);
  }

  async verifyNow(): Promise<void> {
    this.verification.set(null);
    this.verification.set(await this.verify.run());
  }

  reload(): void {
    this.resource.reload();
  }
}
