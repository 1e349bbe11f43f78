import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { RecordObligation, ReverseObligation } from '@etatlotse/contracts/authority';
import { COMMITMENT_PATHS, type ObligationPage } from '@etatlotse/contracts/authority/plain';
import { FRAME_CODES } from '@etatlotse/domain/budget';
import { isFiscalYear } from '@etatlotse/domain/shared';
import { listAddress, query } from '../platform/api';
import { command } from '../platform/command';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { CommitmentClient } from './commitment.client';

/** The register of obligations as the address filters it. */
@Injectable()
export class ObligationsStore {
  private readonly client = inject(CommitmentClient);
  private readonly permissions = inject(Permissions);
  readonly wanted = signal<{ readonly of?: string | undefined; readonly frame?: string | undefined }>({});
  readonly mayWrite = computed(() => this.permissions.has('budget.order'));

  /** What the address asks for, as far as it makes sense. */
  readonly filter = computed(() => {
    const { of, frame } = this.wanted();
    return {
      year: isFiscalYear(Number(of)) ? (of ?? null) : null,
      frame: FRAME_CODES.find((code) => code === frame) ?? null,
    };
  });
  /** The list as it is filtered, for a file. */
  readonly address = computed(() => listAddress(COMMITMENT_PATHS.obligations, query(this.filter())));
  private readonly firstPage = httpResource<ObligationPage>(() => ({
    url: COMMITMENT_PATHS.obligations,
    params: query(this.filter()),
  }));
  private readonly first = computed(() => (this.firstPage.hasValue() ? this.firstPage.value() : null));
  private readonly later = linkedSignal<ObligationPage | null, readonly ObligationPage[]>({
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

  readonly record = command((obligation: RecordObligation, key: string) => this.client.record(obligation, key));
  readonly reverse = command((id: string, reversal: ReverseObligation, key: string) =>
    this.client.reverse(id, reversal, key),
  );
  private readonly fetchMore = command((cursor: string) => this.client.obligations(this.filter(), cursor));

  async showMore(): Promise<void> {
    const cursor = this.nextCursor();
    const page = cursor === null ? null : await this.fetchMore.run(cursor);
    if (page !== null) this.later.update((pages) => [...pages, page]);
  }

  reload(): void {
    this.firstPage.reload();
  }
}
