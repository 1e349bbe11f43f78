import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { OUTLOOK_PATHS, type ScenarioRow, type WhatIfAnswer } from '@etatlotse/contracts/capacity/plain';
import { query } from '../platform/api';
import { problemOf } from '../platform/problem';
import { formatEuro, formatFte, formatNumber } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import { type Fact, Facts } from '../ui/facts/facts';
import { Failure, Loading } from '../ui/state/state';
import { assumptionsText, compareRows } from './what-if-look';
import { whatIfLabels } from './what-if.labels';

/** One scenario among others: its assumptions, what they give today, and what they gave when it was kept. */
@Component({
  selector: 'et-scenario-card',
  imports: [Facts, Failure, Loading],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-panel et-span-6' },
  template: `@if (failure(); as failed) {
      <et-failure [failure]="failed" (retry)="reload()" />
    } @else if (scenario(); as kept) {
      <h2>{{ kept.name }}</h2>
      <p class="et-finding">{{ kept.unit.name }}, {{ kept.levers.fiscalYear }}. {{ assumptions(kept.levers) }}</p>
      <et-facts [facts]="facts()" />
      <p class="et-source">{{ then() }}</p>
    } @else {
      <et-loading [lines]="6" />
    }`,
})
export class ScenarioCard {
  readonly scenarioId = input.required<string>();
  protected readonly assumptions = assumptionsText;
  private readonly kept = httpResource<ScenarioRow>(() => OUTLOOK_PATHS.scenario(this.scenarioId()));
  protected readonly scenario = computed(() => (this.kept.hasValue() ? this.kept.value() : null));
  private readonly answer = httpResource<WhatIfAnswer>(() => {
    const levers = this.scenario()?.levers;
    if (levers === undefined) return undefined;
    return { url: OUTLOOK_PATHS.whatIf, params: query({ ...levers, milestoneId: levers.milestoneId ?? undefined }) };
  });
  protected readonly failure = computed(() => {
    const error = this.kept.error() ?? this.answer.error();
    return error ? problemOf(error) : null;
  });
  protected readonly facts = computed<readonly Fact[]>(() => {
    if (!this.answer.hasValue()) return [];
    const words = whatIfLabels();
    const answer = this.answer.value();
    const { runRateFte, fullCostCents, personnelCents, cases } = answer.released;
    const money = (amountCents: number | null): string | null =>
      amountCents === null ? null : formatEuro(amountCents);
    return [
      ...compareRows(answer).map(({ name, asked }) => ({ term: name, text: asked })),
      { term: words.fullYear, text: formatFte(runRateFte, 2) },
      { term: words.fullCost, text: money(fullCostCents) },
      { term: words.personnel, text: money(personnelCents) },
      { term: words.cases, text: formatNumber(cases) },
    ];
  });
  protected readonly then = computed(() => {
    const kept = this.scenario();
    const required = kept?.saved.requiredFte ?? null;
    if (kept === null || required === null) return '';
    return whatIfLabels().savedThen(formatFte(required, 2), formatDate(kept.savedAt));
  });

  protected reload(): void {
    this.kept.reload();
    this.answer.reload();
  }
}
