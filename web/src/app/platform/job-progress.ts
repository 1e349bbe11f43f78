import { DestroyRef, inject, signal, type Signal } from '@angular/core';
import type { JobState } from '@etatlotse/contracts/shared/plain';
import { api } from './api';

/** Follows a job over server-sent events until it ends or the caller is destroyed. Call it in an injection context. */
export function followJob(jobId: string, destroyRef = inject(DestroyRef)): Signal<JobState | null> {
  const state = signal<JobState | null>(null);
  const source = new EventSource(`${api('jobs', jobId)}/events`);
  source.addEventListener('progress', (event) => {
    const job = JSON.parse((event as MessageEvent<string>).data) as JobState;
    state.set(job);
    if (job.state !== 'queued' && job.state !== 'running') source.close();
  });
  destroyRef.onDestroy(() => source.close());
  return state.asReadonly();
}
