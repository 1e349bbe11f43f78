import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { CreateTransfer, DrawCover, TransferCheck } from '@etatlotse/contracts/authority';
import type { LineDetail } from '@etatlotse/contracts/budget';
import { catchError, debounceTime, map, of, switchMap } from 'rxjs';
import { api, newIdempotencyKey, query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { Permissions } from '../platform/permission';
import { CoverClient } from './cover.client';

const CHECK_AFTER_MS = 300;

/** The form of a transfer: both lines, what it would do, and the command. The API decides both times by the same rule. */
@Injectable()
export class TransferNewStore {
  private readonly client = inject(CoverClient);
  private readonly permissions = inject(Permissions);
  readonly year = inject(FiscalYear).year;
  readonly fromId = signal<string | null>(null);
  readonly toId = signal<string | null>(null);
  readonly isOneSided = signal(false);
  readonly amountCents = signal<number | null>(null);
  readonly budgetNote = signal('');
  /** One form, one key: a second press after a lost answer transfers nothing twice. */
  private readonly key = newIdempotencyKey();

  private readonly fromResource = httpResource<LineDetail>(() => this.lineAt(this.fromId()));
  private readonly toResource = httpResource<LineDetail>(() => this.lineAt(this.toId()));
  readonly from = computed(() => (this.fromResource.hasValue() ? this.fromResource.value() : null));
  readonly to = computed(() => (this.toResource.hasValue() ? this.toResource.value() : null));
  readonly mayBook = computed(() => this.permissions.has('transfer.write'));

  private readonly question = computed(() => ({
    fromLineId: this.fromId(),
    toLineId: this.toId(),
    fiscalYear: this.year(),
    amountCents: this.amountCents(),
    budgetNote: this.budgetNote(),
    isOneSided: this.isOneSided(),
  }));
  /** What the ledger says to the form at hand, 300 ms after the last key. Null: nothing to ask or no answer. */
  readonly check = toSignal(
    toObservable(this.question).pipe(
      debounceTime(CHECK_AFTER_MS),
      switchMap(({ fromLineId, toLineId, amountCents, ...rest }) =>
        fromLineId === null || toLineId === null || amountCents === null || amountCents <= 0
          ? of(null)
          : this.client.check({ fromLineId, toLineId, amountCents, ...rest }).pipe(
              map((answer): TransferCheck | null => answer),
              catchError(() => of(null)),
            ),
      ),
    ),
    { initialValue: null },
  );

  readonly transfer = command((transfer: CreateTransfer) => this.client.transfer(transfer, this.key));
  readonly draw = command((draw: DrawCover) => this.client.draw(draw, this.key));

  private lineAt(lineId: string | null): { url: string; params: Record<string, string> } | undefined {
    return lineId === null
      ? undefined
      : { url: api('budget/lines', lineId), params: query({ fiscalYear: this.year() }) };
  }
}
