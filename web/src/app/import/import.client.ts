import { HttpClient, type HttpEvent } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { ImportKind, ImportListRow, ImportRun } from '@etatlotse/contracts/import/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { Observable } from 'rxjs';
import { api, query } from '../platform/api';

export const IMPORTS = api('imports');

/** A file with what is said about it. */
export interface UploadOrder {
  readonly file: File;
  readonly kind: ImportKind;
  /** Null: the header decides. */
  readonly profile: string | null;
  readonly fiscalYear: number | null;
  readonly pointGroups: boolean;
  readonly confirmRepeat: boolean;
}

/** The commands of an import, and its progress. */
@Injectable({ providedIn: 'root' })
export class ImportClient {
  private readonly http = inject(HttpClient);

  page(view: { kind: string | null; cursor: string }): Observable<Page<ImportListRow>> {
    return this.http.get<Page<ImportListRow>>(IMPORTS, { params: query(view) });
  }

  upload(order: UploadOrder): Observable<HttpEvent<ImportRun>> {
    const form = new FormData();
    form.set('kind', order.kind);
    if (order.profile !== null) form.set('profile', order.profile);
    if (order.fiscalYear !== null) form.set('fiscalYear', String(order.fiscalYear));
    if (order.pointGroups) form.set('pointGroups', 'true');
    if (order.confirmRepeat) form.set('confirmRepeat', 'true');
    form.set('file', order.file);
    return this.http.post<ImportRun>(IMPORTS, form, { observe: 'events', reportProgress: true });
  }

  commit(importId: string, previewHash: string): Observable<ImportRun> {
    return this.http.post<ImportRun>(`${api('imports', importId)}/commit`, { previewHash });
  }

  cancel(importId: string): Observable<ImportRun> {
    return this.http.post<ImportRun>(`${api('imports', importId)}/cancel`, null);
  }

  undo(importId: string): Observable<ImportRun> {
    return this.http.post<ImportRun>(`${api('imports', importId)}/undo`, null);
  }

  /** The run at each change, until nothing moves any more. Fails when the connection is refused for good. */
  follow(importId: string): Observable<ImportRun> {
    return new Observable((subscriber) => {
      const source = new EventSource(`${api('imports', importId)}/events`);
      source.addEventListener('progress', (event) => {
        const run = JSON.parse((event as MessageEvent<string>).data) as Partial<ImportRun>;
        if (run.id === undefined) return;
        subscriber.next(run as ImportRun);
        if (!run.isWorking) subscriber.complete();
      });
      source.addEventListener('error', () => {
        // A lost line is taken up again by the browser itself.
        if (source.readyState === EventSource.CLOSED) subscriber.error(new Error('events refused'));
      });
      return () => source.close();
    });
  }
}
