import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { CreateCommitmentAuthority, RecordObligation, ReverseObligation } from '@etatlotse/contracts/authority';
import {
  COMMITMENT_PATHS,
  type CommitmentAuthorityPage,
  type ObligationPage,
  type ObligationRecorded,
} from '@etatlotse/contracts/authority/plain';
import type { Observable } from 'rxjs';
import { idempotent, query } from '../platform/api';

/** What the API answers to a new authority: its id, or the request for a second person. */
interface AuthorityCreated {
  readonly id: string | null;
  readonly approvalId: string | null;
}

/** The commands of the two registers, and their later pages. */
@Injectable({ providedIn: 'root' })
export class CommitmentClient {
  private readonly http = inject(HttpClient);

  authorities(planVersionId: string | null, cursor: string): Observable<CommitmentAuthorityPage> {
    const params = query({ planVersionId, cursor });
    return this.http.get<CommitmentAuthorityPage>(COMMITMENT_PATHS.authorities, { params });
  }

  obligations(filter: Readonly<Record<string, string | null>>, cursor: string): Observable<ObligationPage> {
    return this.http.get<ObligationPage>(COMMITMENT_PATHS.obligations, { params: query({ ...filter, cursor }) });
  }

  createAuthority(authority: CreateCommitmentAuthority, key: string): Observable<AuthorityCreated> {
    return this.http.post<AuthorityCreated>(COMMITMENT_PATHS.authorities, authority, idempotent(key));
  }

  removeAuthority(id: string): Observable<{ readonly id: string }> {
    return this.http.delete<{ readonly id: string }>(COMMITMENT_PATHS.authority(id));
  }

  record(obligation: RecordObligation, key: string): Observable<ObligationRecorded> {
    return this.http.post<ObligationRecorded>(COMMITMENT_PATHS.obligations, obligation, idempotent(key));
  }

  reverse(id: string, reversal: ReverseObligation, key: string): Observable<{ readonly id: string }> {
    return this.http.post<{ readonly id: string }>(COMMITMENT_PATHS.reversal(id), reversal, idempotent(key));
  }
}
