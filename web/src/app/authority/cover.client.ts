import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  CheckTransfer,
  CreateTransfer,
  DecideTransfer,
  DeclareCoverRight,
  DrawCover,
  TransferChanged,
  TransferCheck,
  TransferRow,
  TransfersQuery,
  UndoTransfer,
} from '@etatlotse/contracts/authority';
import type { ChangePool, CreatePool } from '@etatlotse/contracts/budget';
import type { Page } from '@etatlotse/contracts/shared/plain';
import type { Observable } from 'rxjs';
import { api, idempotent, query } from '../platform/api';

interface Changed {
  readonly id: string;
  readonly version: number;
}

/** The commands around cover and transfers. Reads are resources in the stores. */
@Injectable({ providedIn: 'root' })
export class CoverClient {
  private readonly http = inject(HttpClient);

  transfers(wanted: TransfersQuery): Observable<Page<TransferRow>> {
    return this.http.get<Page<TransferRow>>(api('authority/transfers'), { params: query({ ...wanted }) });
  }

  check(question: CheckTransfer): Observable<TransferCheck> {
    return this.http.post<TransferCheck>(api('authority/transfers/check'), question);
  }

  transfer(transfer: CreateTransfer, key: string): Observable<TransferChanged> {
    return this.http.post<TransferChanged>(api('authority/transfers'), transfer, idempotent(key));
  }

  draw(draw: DrawCover, key: string): Observable<TransferChanged> {
    return this.http.post<TransferChanged>(api('authority/draws'), draw, idempotent(key));
  }

  decide(transferId: string, decision: DecideTransfer): Observable<TransferChanged> {
    return this.http.post<TransferChanged>(`${api('authority/transfers', transferId)}/decision`, decision);
  }

  withdraw(transferId: string, version: number): Observable<TransferChanged> {
    return this.http.post<TransferChanged>(`${api('authority/transfers', transferId)}/withdrawal`, { version });
  }

  undo(transferId: string, undo: UndoTransfer): Observable<TransferChanged> {
    return this.http.post<TransferChanged>(`${api('authority/transfers', transferId)}/reversal`, undo);
  }

  createPool(pool: CreatePool, key: string): Observable<Changed> {
    return this.http.post<Changed>(api('budget/pools'), pool, idempotent(key));
  }

  changePool(poolId: string, change: ChangePool): Observable<Changed> {
    return this.http.patch<Changed>(api('budget/pools', poolId), change);
  }

  declare(right: DeclareCoverRight, key: string): Observable<Changed> {
    return this.http.post<Changed>(api('authority/cover-rights'), right, idempotent(key));
  }

  end(rightId: string, version: number): Observable<Changed> {
    return this.http.post<Changed>(`${api('authority/cover-rights', rightId)}/end`, { version });
  }
}
