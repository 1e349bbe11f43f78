import { httpResource } from '@angular/common/http';
import { computed, DestroyRef, effect, inject, Injectable, linkedSignal, signal, untracked } from '@angular/core';
import type { ChangeMapping, CreateImportProfile } from '@etatlotse/contracts/import';
import type { ImportRun } from '@etatlotse/contracts/import/plain';
import type { Subscription } from 'rxjs';
import { api } from '../platform/api';
import { command } from '../platform/command';
import { problemOf } from '../platform/problem';
import { ImportRights } from './import-rights';
import { ImportClient } from './import.client';

/** One import. While a job is at work on it, its progress is followed as the server tells it. */
@Injectable()
export class ImportRunStore {
  private readonly client = inject(ImportClient);
  private following: Subscription | null = null;

  readonly importId = signal<string | null>(null);
  private readonly resource = httpResource<ImportRun>(() => {
    const id = this.importId();
    return id === null ? undefined : api('imports', id);
  });
  /** The newest that is known: from the first read, a command's answer or the progress. */
  private readonly newest = linkedSignal(() => (this.resource.hasValue() ? this.resource.value() : null));

  readonly run = this.newest.asReadonly();
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  readonly mayRun = inject(ImportRights).mayRun;
  readonly errorsUrl = computed(() => `${api('imports', this.importId() ?? '')}/errors.csv`);

  readonly commit = command((run: ImportRun) => this.client.commit(run.id, run.previewHash ?? ''));
  readonly cancel = command((run: ImportRun) => this.client.cancel(run.id));
  readonly undo = command((run: ImportRun, reason: string) => this.client.undo(run.id, reason));
  readonly read = command((run: ImportRun, change: Omit<ChangeMapping, 'version'>) =>
    this.client.read(run.id, { version: run.version, ...change }),
  );

  readonly saveProfile = command((order: CreateImportProfile, key: string) => this.client.saveProfile(order, key));

  constructor() {
    const isWorking = computed(() => this.run()?.isWorking === true);
    effect(() => {
      if (isWorking()) untracked(() => this.follow());
    });
    inject(DestroyRef).onDestroy(() => this.following?.unsubscribe());
  }

  take(run: ImportRun | null): void {
    if (run !== null) this.newest.set(run);
  }

  reload(): void {
    this.resource.reload();
  }

  private follow(): void {
    const id = this.importId();
    if (id === null) return;
    this.following?.unsubscribe();
    this.following = this.client.follow(id).subscribe({
      next: (run) => this.newest.set(run),
      error: () => this.reload(),
    });
  }
}
