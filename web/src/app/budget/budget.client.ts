import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  AddNote,
  AssignLines,
  BookingCheck,
  BookMovement,
  ChangeLine,
  CheckMovement,
  CreateLine,
  DocumentRow,
  LinesAssigned,
  OpenOrder,
  PaperSubject,
  ReverseMovement,
  SavedFilter,
  SaveFilter,
  TakeOrderStep,
} from '@etatlotse/contracts/budget';
import { BUDGET_PATHS, type ProvisionalOfYear } from '@etatlotse/contracts/budget/plain';
import type { Observable } from 'rxjs';
import { api, idempotent, query } from '../platform/api';

/** What was booked, or the request for a second person (`approvalId`) while nothing is booked yet. */
export interface Booked {
  readonly id: string | null;
  readonly approvalId?: string | null;
  readonly availableCents: number;
}
export interface SteppedOrder extends Booked {
  readonly version: number;
}

/** The commands of the budget. Reads are resources in the stores. */
@Injectable({ providedIn: 'root' })
export class BudgetClient {
  private readonly http = inject(HttpClient);

  check(question: CheckMovement): Observable<BookingCheck> {
    return this.http.post<BookingCheck>(api('budget/movements/check'), question);
  }

  provisional(view: Readonly<Record<string, string | number | undefined>>): Observable<ProvisionalOfYear> {
    return this.http.get<ProvisionalOfYear>(BUDGET_PATHS.provisional, { params: query(view) });
  }

  book(booking: BookMovement, key: string): Observable<Booked> {
    return this.http.post<Booked>(api('budget/movements'), booking, idempotent(key));
  }

  reverse(movementId: string, reversal: ReverseMovement, key: string): Observable<Booked> {
    return this.http.post<Booked>(`${api('budget/movements', movementId)}/reversal`, reversal, idempotent(key));
  }

  openOrder(order: OpenOrder, key: string): Observable<SteppedOrder> {
    return this.http.post<SteppedOrder>(api('budget/orders'), order, idempotent(key));
  }

  takeStep(orderId: string, step: TakeOrderStep): Observable<SteppedOrder> {
    return this.http.post<SteppedOrder>(`${api('budget/orders', orderId)}/steps`, step);
  }

  addNote(note: AddNote, key: string): Observable<{ id: string }> {
    return this.http.post<{ id: string }>(api('budget/notes'), note, idempotent(key));
  }

  attach(subject: { subjectType: PaperSubject; subjectId: string }, file: File, key: string): Observable<DocumentRow> {
    const form = new FormData();
    form.append('file', file);
    return this.http.post<DocumentRow>(api('budget/documents'), form, {
      ...idempotent(key),
      params: query({ ...subject }),
    });
  }

  createLine(line: CreateLine, key: string): Observable<{ id: string }> {
    return this.http.post<{ id: string }>(api('budget/lines'), line, idempotent(key));
  }

  changeLine(lineId: string, change: ChangeLine): Observable<{ id: string }> {
    return this.http.patch<{ id: string }>(api('budget/lines', lineId), change);
  }

  assignLines(assignment: AssignLines, key: string): Observable<LinesAssigned> {
    return this.http.post<LinesAssigned>(api('budget/lines/assign'), assignment, idempotent(key));
  }

  saveFilter(filter: SaveFilter, key: string): Observable<{ id: string }> {
    return this.http.post<{ id: string }>(api('budget/filters'), filter, idempotent(key));
  }

  changeFilter({ id, name, criteria, marksIt, version }: SavedFilter): Observable<{ id: string }> {
    return this.http.put<{ id: string }>(api('budget/filters', id), { name, criteria, marksIt, version });
  }

  deleteFilter(filterId: string, version: number): Observable<unknown> {
    return this.http.delete(api('budget/filters', filterId), { params: query({ version }) });
  }
}
