import { httpResource } from '@angular/common/http';
import { computed, effect, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { ImportBatch, ImportRun } from '@etatlotse/contracts/import/plain';
import { interval } from 'rxjs';
import { api } from '../platform/api';
import { command } from '../platform/command';
import { problemOf } from '../platform/problem';
import { ImportRights } from './import-rights';
import { ImportClient } from './import.client';
import type { Answers } from './import-questions';

const LOOK_AGAIN_MS = 1000;
const OUT_OF_BATCH: readonly string[] = ['cancelled', 'failed'];

/** Several files that came together. While a job is at work on them, they are looked at again every second. */
@Injectable()
export class BatchStore {
  private readonly client = inject(ImportClient);

  readonly batchId = signal<string | null>(null);
  private readonly resource = httpResource<ImportBatch>(() => {
    const id = this.batchId();
    return id === null ? undefined : api('import-batches', id);
  });
  /** The newest that is known; while it is read again, the one before stays. */
  private readonly newest = linkedSignal<ImportBatch | null, ImportBatch | null>({
    source: () => (this.resource.hasValue() ? this.resource.value() : null),
    computation: (now, before) => now ?? before?.value ?? null,
  });

  readonly batch = this.newest.asReadonly();
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  readonly mayRun = inject(ImportRights).mayRun;

  /** The first file with an open question; its preview tells what is asked. */
  private readonly askedId = computed(() => {
    const batch = this.batch();
    if (batch === null || batch.isWorking) return null;
    const asked = batch.runs.find((run) => run.state === 'previewed' && (run.counts?.questions ?? 0) > 0);
    return asked === undefined ? null : `${asked.id}|${asked.version}`;
  });
  private readonly askedResource = httpResource<ImportRun>(() => {
    const id = this.askedId()?.split('|')[0];
    return id === undefined ? undefined : api('imports', id);
  });
  readonly asked = computed(() => (this.askedResource.hasValue() ? this.askedResource.value() : null));

  readonly commit = command((batch: ImportBatch) =>
    this.client.commitBatch(
      batch.id,
      batch.runs
        .filter(({ state }) => !OUT_OF_BATCH.includes(state))
        .map(({ id, previewHash }) => ({ importId: id, previewHash: previewHash ?? '' })),
    ),
  );
  readonly undo = command((batch: ImportBatch, reason: string) => this.client.undoBatch(batch.id, reason));
  readonly cancel = command((batch: ImportBatch) => this.client.cancelBatch(batch.id));
  readonly leaveOut = command((importId: string) => this.client.cancel(importId));
  readonly answer = command((run: ImportRun, { answers, forBatch }: Answers) =>
    this.client.read(run.id, { version: run.version, answers: [...answers], forBatch }),
  );

  constructor() {
    const isWorking = computed(() => this.batch()?.isWorking === true);
    effect((onCleanup) => {
      if (!isWorking()) return;
      const looking = interval(LOOK_AGAIN_MS).subscribe(() => this.reload());
      onCleanup(() => looking.unsubscribe());
    });
  }

  take(batch: ImportBatch | null): void {
    if (batch !== null) this.newest.set(batch);
  }

  reload(): void {
    this.resource.reload();
  }
}
