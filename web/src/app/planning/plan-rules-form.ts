import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import { INDEX_BASES, INDEX_ROUNDINGS, INDEX_SELECTIONS } from '@etatlotse/contracts/planning/plain';
import { FRAME_CODES } from '@etatlotse/domain/budget';
import { frameLabels } from '../platform/frame.labels';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { TextField } from '../ui/field/text-field';
import { planCopyLabels } from './plan-copy.labels';
import { newRule, rateProblem, type RuleDraft } from './plan-rule-draft';

/** The rules of a copy, one below the other: which lines, how much a year, of what, rounded to what. */
@Component({
  selector: 'et-plan-rules-form',
  imports: [Button, Select, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-plan-rules" [attr.aria-label]="t().rules">
    <h3>{{ t().rules }}</h3>
    <p class="et-small et-muted">{{ t().rulesHint }}</p>
    @for (rule of rules(); track rule.id; let at = $index) {
      <fieldset class="et-plan-rules__rule">
        <legend>{{ t().rule(at + 1) }}</legend>
        <div class="et-plan-rules__row">
          <et-select
            [label]="t().by"
            [options]="selections()"
            [placeholder]="null"
            [value]="rule.by"
            (valueChange)="choose(rule, $event)"
          />
          @if (rule.by === 'frame') {
            <et-select
              [label]="t().frame"
              [options]="frames()"
              [value]="rule.value || null"
              [error]="hasTried() && !rule.value ? t().valueMissing : null"
              (valueChange)="change(rule, { value: $event ?? '' })"
            />
          } @else {
            <et-text-field
              [label]="t().value"
              [hint]="t().valueHint"
              [value]="rule.value"
              [error]="hasTried() && !rule.value.trim() ? t().valueMissing : null"
              (valueChange)="change(rule, { value: $event })"
            />
          }
          <et-select
            [label]="t().basis"
            [options]="bases()"
            [placeholder]="null"
            [value]="rule.basis"
            (valueChange)="setBasis(rule, $event)"
          />
          <et-select
            [label]="t().rounding"
            [options]="roundings()"
            [placeholder]="null"
            [value]="rule.rounding"
            (valueChange)="setRounding(rule, $event)"
          />
        </div>
        <div class="et-plan-rules__rates">
          @for (year of years(); track year) {
            <et-text-field
              [label]="t().rate(year)"
              [value]="rule.rates[year] ?? ''"
              [error]="rateError(rule, year)"
              (valueChange)="setRate(rule, year, $event)"
            />
          }
        </div>
        <p class="et-tiny et-muted">{{ t().ratesHint }} {{ t().roundingHint }}</p>
        @if (rule.basis === 'contracts') {
          <p class="et-tiny et-muted">{{ t().contractsHint }}</p>
        }
        @if (hasTried() && !hasRate(rule)) {
          <p class="et-field__error">{{ t().rateMissing }}</p>
        }
        <button
          type="button"
          etButton="tertiary"
          icon="delete"
          [compact]="true"
          [attr.aria-label]="t().remove(at + 1)"
          (click)="remove(rule)"
        >
          {{ t().remove(at + 1) }}
        </button>
      </fieldset>
    }
    <button type="button" etButton="secondary" icon="add" [compact]="true" (click)="add()">{{ t().add }}</button>
  </section>`,
})
export class PlanRulesForm {
  /** Years that rates may be given for. */
  readonly years = input.required<readonly number[]>();
  readonly rules = model.required<readonly RuleDraft[]>();
  readonly hasTried = input(false);
  protected readonly t = planCopyLabels;

  protected readonly selections = computed(() =>
    INDEX_SELECTIONS.map((value) => ({ value, label: planCopyLabels().bys[value] })),
  );
  protected readonly bases = computed(() =>
    INDEX_BASES.map((value) => ({ value, label: planCopyLabels().bases[value] })),
  );
  protected readonly roundings = computed(() =>
    INDEX_ROUNDINGS.map((value) => ({ value, label: planCopyLabels().roundings[value] })),
  );
  protected readonly frames = computed(() =>
    FRAME_CODES.map((value) => ({ value, label: frameLabels().names[value] })),
  );

  protected add(): void {
    this.rules.update((rules) => [...rules, newRule()]);
  }

  protected remove({ id }: RuleDraft): void {
    this.rules.update((rules) => rules.filter((rule) => rule.id !== id));
  }

  protected change({ id }: RuleDraft, changes: Partial<RuleDraft>): void {
    this.rules.update((rules) => rules.map((rule) => (rule.id === id ? { ...rule, ...changes } : rule)));
  }

  /** Another kind of selection begins empty: an account is no frame. */
  protected choose(rule: RuleDraft, chosen: string | null): void {
    const by = INDEX_SELECTIONS.find((value) => value === chosen);
    if (by !== undefined && by !== rule.by) this.change(rule, { by, value: '' });
  }

  protected setBasis(rule: RuleDraft, chosen: string | null): void {
    this.change(rule, { basis: INDEX_BASES.find((value) => value === chosen) ?? rule.basis });
  }

  protected setRounding(rule: RuleDraft, chosen: string | null): void {
    this.change(rule, { rounding: INDEX_ROUNDINGS.find((value) => value === chosen) ?? rule.rounding });
  }

  /** Asks for the rule as it is now: two fields may change before the page is drawn again. */
  protected setRate({ id }: RuleDraft, year: number, text: string): void {
    this.rules.update((rules) =>
      rules.map((rule) => (rule.id === id ? { ...rule, rates: { ...rule.rates, [year]: text } } : rule)),
    );
  }

  protected hasRate(rule: RuleDraft): boolean {
    return this.years().some((year) => (rule.rates[year] ?? '').trim() !== '');
  }

  protected rateError(rule: RuleDraft, year: number): string | null {
    const problem = rateProblem(rule.rates[year] ?? '');
    if (problem === null) return null;
    return problem === 'RATE_RANGE' ? planCopyLabels().rateRange : planCopyLabels().rateFormat;
  }
}
