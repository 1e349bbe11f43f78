import { HttpClient, httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { AuditEntry, AuditVerification } from '@etatlotse/contracts/audit';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { api, query } from '../platform/api';
import { command } from '../platform/command';
import { problemOf } from '../platform/problem';

const PAGE_ROWS = 50;

/** A page of the log with its filter, and the check of the chains. */
@Injectable()
export class AuditStore {
  private readonly http = inject(HttpClient);
  readonly action = signal<string | null>(null);
  readonly from = signal<string | null>(null);
  readonly to = signal<string | null>(null);
  readonly limit = signal(PAGE_ROWS);
  /** Where the page begins; null for the newest. */
  readonly cursor = signal<string | null>(null);

  private readonly resource = httpResource<Page<AuditEntry>>(() => ({
    url: api('audit'),
    params: query({
      action: this.action(),
      from: this.from(),
      to: this.to(),
      cursor: this.cursor(),
      limit: this.limit(),
    }),
  }));
  readonly page = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  readonly verify = command(() => this.http.get<AuditVerification>(api('audit', 'verification')));
  readonly verification = signal<AuditVerification | null>(null);

  /** Another filter begins with the newest entry again. */
  narrow(change: Partial<Record<'action' | 'from' | 'to', string | null>>): void {
    if (change.action !== undefined) this.action.set(change.action);
    if (change.from !== undefined) this.from.set(change.from);
    if (change.to !== undefined) this.to.set(change.to);
    this.cursor.set(null);
  }

  async check(): Promise<void> {
    this.verification.set(await this.verify.run());
  }

  reload(): void {
    this.resource.reload();
  }
}
