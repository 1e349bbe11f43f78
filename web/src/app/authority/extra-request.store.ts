import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { RecordExtraDecision, TakeExtraStep } from '@etatlotse/contracts/authority';
import { EXTRA_PATHS, type ExtraDetail } from '@etatlotse/contracts/authority/plain';
import { command } from '../platform/command';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { ExtraClient } from './extra.client';

/** One request and what may be done with it. */
@Injectable()
export class ExtraRequestStore {
  private readonly client = inject(ExtraClient);
  private readonly permissions = inject(Permissions);
  readonly id = signal<string | null>(null);

  private readonly resource = httpResource<ExtraDetail>(() => {
    const id = this.id();
    return id === null ? undefined : EXTRA_PATHS.request(id);
  });
  readonly request = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  readonly seesLines = computed(() => this.permissions.has('budget.read'));

  readonly takeStep = command((step: TakeExtraStep) => this.client.takeStep(this.id() ?? '', step));
  readonly decide = command((decision: RecordExtraDecision) => this.client.decide(this.id() ?? '', decision));
  readonly confirm = command((approvalId: string, version: number, decision: 'approve' | 'reject', note: string) =>
    this.client.confirm(approvalId, version, decision, note),
  );

  reload(): void {
    this.resource.reload();
  }
}
