import { ChangeDetectionStrategy, Component, computed, model } from '@angular/core';
import type { ExtraThreshold } from '@etatlotse/domain/authority';
import { ruleLabels } from '../platform/rule.labels';
import { Choice } from '../ui/choice/choice';
import { AmountField } from '../ui/field/amount-field';
import { rulePageLabels } from './rule-page.labels';

/** A threshold while it is typed: the mayor's limit may still be missing. */
export type TypedThreshold = Omit<ExtraThreshold, 'mayorUpToCents' | 'committeeUpToCents'> & {
  readonly mayorUpToCents: number | null;
  readonly committeeUpToCents: number | null;
};

/** The table of deciders: for each kind on each side up to which amount the mayor, then the committee decides. */
@Component({
  selector: 'et-rule-thresholds',
  imports: [AmountField, Choice],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@for (row of named(); track row.name) {
    <fieldset class="et-rules__threshold">
      <legend>{{ row.name }}</legend>
      <div class="et-fields-2">
        <et-amount-field
          [label]="t().mayor"
          [value]="row.threshold.mayorUpToCents"
          (valueChange)="set(row.at, { mayorUpToCents: $event })"
        />
        <et-amount-field
          [label]="t().committee"
          [hint]="t().committeeHint"
          [optional]="true"
          [value]="row.threshold.committeeUpToCents"
          (valueChange)="set(row.at, { committeeUpToCents: $event })"
        />
      </div>
      <et-choice
        [legend]="t().cumulative"
        [options]="counts()"
        [value]="row.threshold.isCumulative ? 'year' : 'single'"
        (valueChange)="set(row.at, { isCumulative: $event === 'year' })"
      />
    </fieldset>
  }`,
})
export class RuleThresholds {
  readonly thresholds = model.required<readonly TypedThreshold[]>();
  protected readonly t = rulePageLabels;
  protected readonly counts = computed(() => [
    { value: 'year', label: this.t().cumulativeYes },
    { value: 'single', label: this.t().cumulativeNo },
  ]);
  protected readonly named = computed(() =>
    this.thresholds().map((threshold, at) => ({
      at,
      threshold,
      name: `${ruleLabels().spheres[threshold.sphere]} ${ruleLabels().kinds[threshold.kind]}`,
    })),
  );

  protected set(at: number, change: Partial<TypedThreshold>): void {
    this.thresholds.update((rows) => rows.map((row, place) => (place === at ? { ...row, ...change } : row)));
  }
}
