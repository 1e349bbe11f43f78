import { HttpClient, type HttpEvent } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  ChangeImportProfile,
  ChangeMapping,
  CommitBatch,
  CreateImportProfile,
  UndoImport,
} from '@etatlotse/contracts/import';
import type { ImportBatch, ImportKind, ImportListRow, ImportRun } from '@etatlotse/contracts/import/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { Observable } from 'rxjs';
import { api, idempotent, query } from '../platform/api';

export const IMPORTS = api('imports');
/** What the list of imports is narrowed to; all of it stands in the address. */
export interface ImportsView {
  readonly kind: string | null;
  readonly state: string | null;
  readonly by: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export const LIMITS = api('imports/limits');
export const PROFILES = api('import-profiles');
const BATCHES = api('import-batches');

/** Files with what is said about them. What is left out, the files say themselves. */
export interface UploadOrder {
  readonly files: readonly File[];
  readonly kind: ImportKind | null;
  /** Name of a saved profile; null: the headers decide. */
  readonly profile: string | null;
  readonly fiscalYear: number | null;
  readonly bookedOn: string | null;
  readonly confirmRepeat: boolean;
}

interface Saved {
  readonly id: string;
  readonly version: number;
}

/** The commands of imports, batches and profiles, and the progress of an import. */
@Injectable({ providedIn: 'root' })
export class ImportClient {
  private readonly http = inject(HttpClient);

  page(view: ImportsView, cursor: string): Observable<Page<ImportListRow>> {
    return this.http.get<Page<ImportListRow>>(IMPORTS, { params: query({ ...view, cursor }) });
  }

  uploadOne(order: UploadOrder): Observable<HttpEvent<ImportRun>> {
    const form = new FormData();
    if (order.kind !== null) form.set('kind', order.kind);
    if (order.profile !== null) form.set('profile', order.profile);
    if (order.fiscalYear !== null) form.set('fiscalYear', String(order.fiscalYear));
    if (order.bookedOn !== null) form.set('bookedOn', order.bookedOn);
    if (order.confirmRepeat) form.set('confirmRepeat', 'true');
    for (const file of order.files) form.set('file', file);
    return this.http.post<ImportRun>(IMPORTS, form, { observe: 'events', reportProgress: true });
  }

  uploadBatch(order: UploadOrder): Observable<HttpEvent<ImportBatch>> {
    const form = new FormData();
    if (order.kind !== null) form.set('kind', order.kind);
    if (order.confirmRepeat) form.set('confirmRepeat', 'true');
    for (const file of order.files) form.append('file', file);
    return this.http.post<ImportBatch>(BATCHES, form, { observe: 'events', reportProgress: true });
  }

  commit(importId: string, previewHash: string): Observable<ImportRun> {
    return this.http.post<ImportRun>(`${api('imports', importId)}/commit`, { previewHash });
  }

  cancel(importId: string): Observable<ImportRun> {
    return this.http.post<ImportRun>(`${api('imports', importId)}/cancel`, null);
  }

  undoBatch(batchId: string, reason: string): Observable<ImportBatch> {
    const body: UndoImport = reason === '' ? {} : { reason };
    return this.http.post<ImportBatch>(`${api('import-batches', batchId)}/undo`, body);
  }

  undo(importId: string, reason: string): Observable<ImportRun> {
    const body: UndoImport = reason === '' ? {} : { reason };
    return this.http.post<ImportRun>(`${api('imports', importId)}/undo`, body);
  }

  /** Says how a file is read; it is read again, and the preview is another one. */
  read(importId: string, change: ChangeMapping): Observable<ImportRun> {
    return this.http.put<ImportRun>(`${api('imports', importId)}/mapping`, change);
  }

  batch(batchId: string): Observable<ImportBatch> {
    return this.http.get<ImportBatch>(api('import-batches', batchId));
  }

  commitBatch(batchId: string, files: CommitBatch['files']): Observable<ImportBatch> {
    return this.http.post<ImportBatch>(`${api('import-batches', batchId)}/commit`, { files });
  }

  cancelBatch(batchId: string): Observable<ImportBatch> {
    return this.http.post<ImportBatch>(`${api('import-batches', batchId)}/cancel`, null);
  }

  saveProfile(order: CreateImportProfile, key: string): Observable<Saved> {
    return this.http.post<Saved>(PROFILES, order, idempotent(key));
  }

  changeProfile(profileId: string, change: ChangeImportProfile): Observable<Saved> {
    return this.http.put<Saved>(api('import-profiles', profileId), change);
  }

  deleteProfile(profileId: string): Observable<null> {
    return this.http.delete<null>(api('import-profiles', profileId));
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
