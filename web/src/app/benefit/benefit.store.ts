import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { RecordBenefitFigure, ReviewBenefit } from '@etatlotse/contracts/benefit';
import { BENEFIT_PATHS, type BenefitRow } from '@etatlotse/contracts/benefit/plain';
import { command } from '../platform/command';
import { problemOf } from '../platform/problem';
import { BenefitClient } from './benefit.client';

export type BenefitErrand =
  | { readonly kind: 'figure'; readonly body: RecordBenefitFigure }
  | { readonly kind: 'review'; readonly body: ReviewBenefit };

/** One benefit. */
@Injectable()
export class BenefitStore {
  private readonly client = inject(BenefitClient);
  readonly benefitId = signal('');

  private readonly resource = httpResource<BenefitRow>(() =>
    this.benefitId() === '' ? undefined : BENEFIT_PATHS.benefit(this.benefitId()),
  );
  readonly benefit = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  readonly errand = command((errand: BenefitErrand) =>
    errand.kind === 'figure'
      ? this.client.record(this.benefitId(), errand.body)
      : this.client.review(this.benefitId(), errand.body),
  );

  reload(): void {
    this.resource.reload();
  }
}
