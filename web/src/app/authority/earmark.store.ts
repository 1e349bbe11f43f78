import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { TakeEarmarkStep } from '@etatlotse/contracts/authority';
import { EARMARK_PATHS, type EarmarkDetail } from '@etatlotse/contracts/authority/plain';
import { command } from '../platform/command';
import { problemOf } from '../platform/problem';
import { EarmarkClient } from './earmark.client';

/** One grant with everything that was recorded of it. */
@Injectable()
export class EarmarkStore {
  private readonly client = inject(EarmarkClient);
  readonly id = signal('');

  private readonly resource = httpResource<EarmarkDetail>(() =>
    this.id() === '' ? undefined : EARMARK_PATHS.earmark(this.id()),
  );
  readonly earmark = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  readonly takeStep = command((step: TakeEarmarkStep) => this.client.takeStep(this.id(), step));

  reload(): void {
    this.resource.reload();
  }
}
