import { type HttpEvent, HttpEventType, httpResource } from '@angular/common/http';
import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { ImportLimits } from '@etatlotse/contracts/import/plain';
import type { Observable, Subscription } from 'rxjs';
import { type ProblemMessage, problemOf } from '../platform/problem';
import { ImportClient, LIMITS, type UploadOrder } from './import.client';

/** Where the files have gone: a single import, or a batch of several. */
export interface Arrival {
  readonly kind: 'run' | 'batch';
  readonly id: string;
}

/** Sends files and tells how much of them has arrived; can be stopped. */
@Injectable()
export class Upload {
  private readonly client = inject(ImportClient);
  private sending: Subscription | null = null;
  private readonly limitsResource = httpResource<ImportLimits>(() => LIMITS);
  /** What this installation takes; null until it is known. The server refuses by itself, too. */
  readonly limits = computed(() => (this.limitsResource.hasValue() ? this.limitsResource.value() : null));

  /** 0 to 1 while files are on their way; 1 while the server reads them; null at rest. */
  readonly share = signal<number | null>(null);
  readonly problem = signal<ProblemMessage | null>(null);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  /** Several files, or an archive of them, become a batch. Null when they were refused (see `problem`) or stopped. */
  async send(order: UploadOrder): Promise<Arrival | null> {
    const kind = isBatch(order.files) ? 'batch' : 'run';
    const events: Observable<HttpEvent<{ readonly id: string }>> =
      kind === 'batch' ? this.client.uploadBatch(order) : this.client.uploadOne(order);
    const answer = await this.follow(events);
    return answer === null ? null : { kind, id: answer.id };
  }

  stop(): void {
    this.sending?.unsubscribe();
    this.sending = null;
    this.share.set(null);
  }

  private follow<T>(events: Observable<HttpEvent<T>>): Promise<T | null> {
    this.stop();
    this.problem.set(null);
    this.share.set(0);
    return new Promise((resolve) => {
      let answer: T | null = null;
      this.sending = events.subscribe({
        next: (event) => {
          if (event.type === HttpEventType.UploadProgress) this.share.set(event.loaded / (event.total ?? event.loaded));
          if (event.type === HttpEventType.Response) answer = event.body;
        },
        error: (error: unknown) => {
          this.share.set(null);
          this.problem.set(problemOf(error));
          resolve(null);
        },
        complete: () => {
          this.share.set(null);
          resolve(answer);
        },
      });
      this.sending.add(() => resolve(answer));
    });
  }
}

export const isArchive = ({ name }: { readonly name: string }): boolean => /\.zip$/i.test(name);

export function isBatch(files: readonly { readonly name: string }[]): boolean {
  return files.length > 1 || files.some(isArchive);
}

/** The upload with a client of its own, so that both use the HTTP client of the route, which can tell the progress. */
export const UPLOAD = [ImportClient, Upload];
