import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { DecideTransfer, TransferRow, UndoTransfer } from '@etatlotse/contracts/authority';
import { api } from '../platform/api';
import { command } from '../platform/command';
import { problemOf } from '../platform/problem';
import { CoverClient } from './cover.client';

/** One transfer and what can be done with it. */
@Injectable()
export class TransferDetailStore {
  private readonly client = inject(CoverClient);
  readonly transferId = signal('');
  private readonly resource = httpResource<TransferRow>(() =>
    this.transferId() === '' ? undefined : api('authority/transfers', this.transferId()),
  );
  readonly transfer = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  readonly decide = command((decision: DecideTransfer) => this.client.decide(this.transferId(), decision));
  readonly withdraw = command((version: number) => this.client.withdraw(this.transferId(), version));
  readonly undo = command((undo: UndoTransfer) => this.client.undo(this.transferId(), undo));

  clear(): void {
    this.decide.clear();
    this.withdraw.clear();
    this.undo.clear();
  }

  reload(): void {
    this.resource.reload();
  }
}
