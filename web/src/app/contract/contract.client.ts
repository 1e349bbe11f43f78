import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { ChangeContract, CreateContract, TakeContractStep } from '@etatlotse/contracts/contract';
import { CONTRACT_PATHS, type ContractChanged } from '@etatlotse/contracts/contract/plain';
import type { Observable } from 'rxjs';
import { idempotent } from '../platform/api';

/** The commands of the register of contracts, and the documents that hang on them. */
@Injectable({ providedIn: 'root' })
export class ContractClient {
  private readonly http = inject(HttpClient);

  create(contract: CreateContract, key: string): Observable<ContractChanged> {
    return this.http.post<ContractChanged>(CONTRACT_PATHS.contracts, contract, idempotent(key));
  }

  change(id: string, contract: ChangeContract): Observable<ContractChanged> {
    return this.http.put<ContractChanged>(CONTRACT_PATHS.contract(id), contract);
  }

  takeStep(id: string, step: TakeContractStep): Observable<ContractChanged> {
    return this.http.post<ContractChanged>(CONTRACT_PATHS.steps(id), step);
  }

  attach(id: string, file: File, key: string): Observable<{ readonly id: string }> {
    const body = new FormData();
    body.append('file', file, file.name);
    const params = { subjectType: 'contract', subjectId: id };
    return this.http.post<{ readonly id: string }>('/api/v1/budget/documents', body, { params, ...idempotent(key) });
  }
}
