import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { SaveScenario } from '@etatlotse/contracts/capacity';
import {
  CAPACITY_PATHS,
  type CapacityOverview,
  type LeverValues,
  OUTLOOK_PATHS,
  type ScenarioRow,
  type WhatIfAnswer,
} from '@etatlotse/contracts/capacity/plain';
import { newIdempotencyKey, query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { paged } from '../platform/paged';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { OutlookClient } from './outlook.client';

/** What is turned, without the unit and the year. */
export type Turned = Omit<LeverValues, 'unitId' | 'fiscalYear'>;
export const NOTHING_TURNED: Turned = {
  fromMonth: 1,
  volumePercent: 100,
  minutesPercent: 100,
  postFteHundredths: 0,
  slipMonths: 0,
  milestoneId: null,
};

/** A question "what if" of a unit: its levers, its answer, and the scenarios that were kept. */
@Injectable()
export class WhatIfStore {
  private readonly client = inject(OutlookClient);
  private readonly permissions = inject(Permissions);
  readonly year = inject(FiscalYear).year;
  readonly unitId = signal<string | null>(null);
  readonly turned = signal<Turned>(NOTHING_TURNED);
  private key = newIdempotencyKey();

  private readonly overview = httpResource<CapacityOverview>(() => ({
    url: CAPACITY_PATHS.overview,
    params: query({ fiscalYear: this.year() }),
  }));
  /** The unit asked about: that of the address, else the one that lacks most. */
  readonly chosen = computed(() => this.unitId() ?? this.hardest());
  private readonly answerResource = httpResource<WhatIfAnswer>(() => {
    const unitId = this.chosen();
    if (unitId === null) return undefined;
    const { milestoneId, ...levers } = this.turned();
    const asked = { ...levers, unitId, fiscalYear: this.year(), milestoneId: milestoneId ?? undefined };
    return { url: OUTLOOK_PATHS.whatIf, params: query(asked) };
  });
  readonly scenarios = paged<ScenarioRow, Page<ScenarioRow>>(OUTLOOK_PATHS.scenarios, () =>
    query({ unitId: this.chosen() ?? undefined }),
  );

  readonly units = computed(() => (this.overview.hasValue() ? this.overview.value().rows.map(({ unit }) => unit) : []));
  readonly isEmpty = computed(() => this.overview.hasValue() && this.overview.value().rows.length === 0);
  readonly answer = computed(() => (this.answerResource.hasValue() ? this.answerResource.value() : null));
  readonly failure = computed(() => {
    const error = this.overview.error() ?? this.answerResource.error();
    return error ? problemOf(error) : null;
  });
  readonly mayKeep = computed(() => this.permissions.has('scenario.write'));

  readonly keep = command((name: string) => {
    const unitId = this.chosen() ?? '';
    const scenario: SaveScenario = { ...this.turned(), name, unitId, fiscalYear: this.year() };
    return this.client.keepScenario(scenario, this.key);
  });
  readonly drop = command((id: string) => this.client.dropScenario(id));

  /** After a scenario was kept the next one is another. */
  kept(): void {
    this.key = newIdempotencyKey();
    this.scenarios.reload();
  }

  reload(): void {
    this.overview.reload();
    this.answerResource.reload();
  }

  private hardest(): string | null {
    const rows = this.overview.hasValue() ? this.overview.value().rows : [];
    const known = rows.filter(({ gapFte }) => gapFte !== null).sort((a, b) => (a.gapFte ?? 0) - (b.gapFte ?? 0));
    return (known[0] ?? rows[0])?.unit.id ?? null;
  }
}
