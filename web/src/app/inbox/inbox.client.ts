import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { INBOX_PATHS } from '@etatlotse/contracts/inbox/plain';
import type { Observable } from 'rxjs';

/** Commands on one's own messages. */
@Injectable({ providedIn: 'root' })
export class InboxClient {
  private readonly http = inject(HttpClient);

  /** Without ids: all of them. */
  read(ids: readonly string[]): Observable<{ readonly read: number }> {
    return this.http.post<{ readonly read: number }>(INBOX_PATHS.read, { ids });
  }
}
