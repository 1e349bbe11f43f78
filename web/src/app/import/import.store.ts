import { httpResource, HttpEventType } from '@angular/common/http';
import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { ImportListRow, ImportProfileInfo, ImportRun } from '@etatlotse/contracts/import/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { api, query } from '../platform/api';
import { type ProblemMessage, problemOf } from '../platform/problem';
import { ImportClient, type UploadWish } from './import.client';

/** Past imports, and the upload of a new one. */
@Injectable()
export class ImportStore {
  private readonly client = inject(ImportClient);
  private readonly destroyRef = inject(DestroyRef);
  private readonly listResource = httpResource<Page<ImportListRow>>(() => ({
    url: api('imports'),
    params: query({ limit: 50 }),
  }));
  private readonly profileResource = httpResource<{ readonly rows: readonly ImportProfileInfo[] }>(() =>
    api('imports', 'profiles'),
  );
  readonly runs = computed(() => (this.listResource.hasValue() ? this.listResource.value().rows : null));
  readonly failure = computed(() => {
    const error = this.listResource.error();
    return error ? problemOf(error) : null;
  });
  readonly profiles = computed(() => (this.profileResource.hasValue() ? this.profileResource.value().rows : []));
  /** Share of the upload that has been sent, 0 to 1; null while none is under way. */
  readonly sent = signal<number | null>(null);
  readonly problem = signal<ProblemMessage | null>(null);

  /** Sends the file; answers the run, or null when it was refused (the reason stands in `problem`). */
  upload(file: File, wish: UploadWish): Promise<ImportRun | null> {
    if (this.sent() !== null) return Promise.resolve(null);
    this.sent.set(0);
    this.problem.set(null);
    return new Promise((resolve) => {
      this.client
        .upload(file, wish)
        .pipe(takeUntilDestroyed(this.destroyRef))
        .subscribe({
          next: (event) => {
            if (event.type === HttpEventType.UploadProgress) this.sent.set(event.loaded / (event.total ?? file.size));
            if (event.type === HttpEventType.Response) resolve(event.body);
          },
          error: (fault: unknown) => {
            this.problem.set(problemOf(fault));
            this.sent.set(null);
            resolve(null);
          },
          complete: () => this.sent.set(null),
        });
    });
  }

  reload(): void {
    this.listResource.reload();
  }
}
