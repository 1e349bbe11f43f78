import { HttpClient, type HttpEvent } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { ImportRun } from '@etatlotse/contracts/import/plain';
import type { Observable } from 'rxjs';
import { api, idempotent, newIdempotencyKey } from '../platform/api';

/** What is sent beside the file. Left out: recognised by the header. */
export interface UploadWish {
  readonly kind: string;
  readonly profile?: string;
  readonly pointGroups?: boolean;
  readonly confirmRepeat?: boolean;
}

@Injectable({ providedIn: 'root' })
export class ImportClient {
  private readonly http = inject(HttpClient);

  /** Uploads and answers events, so that the page can show how far it is. The fields come before the file. */
  upload(file: File, wish: UploadWish): Observable<HttpEvent<ImportRun>> {
    const form = new FormData();
    form.append('kind', wish.kind);
    if (wish.profile !== undefined) form.append('profile', wish.profile);
    if (wish.pointGroups === true) form.append('pointGroups', 'true');
    if (wish.confirmRepeat === true) form.append('confirmRepeat', 'true');
    form.append('file', file, file.name);
    return this.http.post<ImportRun>(api('imports'), form, {
      ...idempotent(newIdempotencyKey()),
      observe: 'events',
      reportProgress: true,
    });
  }

  commit(importId: string, previewHash: string): Observable<ImportRun> {
    return this.http.post<ImportRun>(
      `${api('imports', importId)}/commit`,
      { previewHash },
      idempotent(newIdempotencyKey()),
    );
  }

  cancel(importId: string): Observable<ImportRun> {
    return this.http.post<ImportRun>(`${api('imports', importId)}/cancel`, {}, idempotent(newIdempotencyKey()));
  }

  undo(importId: string): Observable<ImportRun> {
    return this.http.post<ImportRun>(`${api('imports', importId)}/undo`, {}, idempotent(newIdempotencyKey()));
  }
}
