import { httpResource } from '@angular/common/http';
import { computed, effect, inject, Injectable, signal } from '@angular/core';
import type { ImportRun } from '@etatlotse/contracts/import/plain';
import { api } from '../platform/api';
import { command } from '../platform/command';
import { problemOf } from '../platform/problem';
import { ImportClient } from './import.client';

/** One import from upload to commit or undo. While a job works on it, its state comes as server-sent events. */
@Injectable()
export class ImportRunStore {
  private readonly client = inject(ImportClient);
  readonly importId = signal('');
  private readonly runResource = httpResource<ImportRun>(() =>
    this.importId() === '' ? undefined : api('imports', this.importId()),
  );
  readonly run = computed(() => (this.runResource.hasValue() ? this.runResource.value() : null));
  readonly failure = computed(() => {
    const error = this.runResource.error();
    return error ? problemOf(error) : null;
  });
  private readonly isWorking = computed(() => this.run()?.isWorking === true);

  readonly commit = command((hash: string) => this.client.commit(this.importId(), hash));
  readonly cancel = command(() => this.client.cancel(this.importId()));
  readonly undo = command(() => this.client.undo(this.importId()));

  constructor() {
    effect((onCleanup) => {
      if (!this.isWorking()) return;
      const source = new EventSource(`${api('imports', this.importId())}/events`);
      source.addEventListener('progress', (event) => {
        const run = JSON.parse((event as MessageEvent<string>).data) as ImportRun;
        this.take(run);
        if (!run.isWorking) source.close();
      });
      // The server closes the stream when nothing moves any more; a broken line is mended by reading once.
      source.addEventListener('error', () => {
        source.close();
        this.runResource.reload();
      });
      onCleanup(() => source.close());
    });
  }

  /** A command's answer is the newest state there is. */
  take(run: ImportRun): void {
    this.runResource.set(run);
  }

  reload(): void {
    this.runResource.reload();
  }
}
