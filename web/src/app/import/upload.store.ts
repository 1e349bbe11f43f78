import { HttpEventType } from '@angular/common/http';
import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { ImportRun } from '@etatlotse/contracts/import/plain';
import type { Subscription } from 'rxjs';
import { type ProblemMessage, problemOf } from '../platform/problem';
import { ChosenFile } from './chosen-file';
import { ImportClient, type UploadOrder } from './import.client';

/** Sends one file and tells how much of it has arrived; can be stopped. */
@Injectable()
export class Upload {
  private readonly client = inject(ImportClient);
  private readonly chosen = inject(ChosenFile);
  private sending: Subscription | null = null;

  /** 0 to 1 while a file is on its way; 1 while the server reads it; null at rest. */
  readonly share = signal<number | null>(null);
  readonly problem = signal<ProblemMessage | null>(null);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  /** Answers the run, or null when it was refused (see `problem`) or stopped. */
  send(order: UploadOrder): Promise<ImportRun | null> {
    this.stop();
    this.problem.set(null);
    this.share.set(0);
    return new Promise((resolve) => {
      let answer: ImportRun | null = null;
      this.sending = this.client.upload(order).subscribe({
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
          if (answer !== null) this.chosen.keep(answer.id, order);
          resolve(answer);
        },
      });
      this.sending.add(() => resolve(answer));
    });
  }

  stop(): void {
    this.sending?.unsubscribe();
    this.sending = null;
    this.share.set(null);
  }
}

/** The upload with a client of its own, so that both use the HTTP client of the route, which can tell the progress. */
export const UPLOAD = [ImportClient, Upload];
