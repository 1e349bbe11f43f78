import { ChangeDetectionStrategy, Component, computed, model } from '@angular/core';
import { LIMIT_ANSWERS, type LimitAnswer, type LowValueSetting } from '@etatlotse/domain/budget';
import { ruleLabels } from '../platform/rule.labels';
import { Choice } from '../ui/choice/choice';
import { AmountField } from '../ui/field/amount-field';
import { TextField } from '../ui/field/text-field';
import { rulePageLabels } from './rule-page.labels';

/** The rule while it is typed: a limit may still be missing. */
export type TypedLowValue = Omit<LowValueSetting, 'fromNetCents' | 'toNetCents'> & {
  readonly fromNetCents: number | null;
  readonly toNetCents: number | null;
};

/** The low-value rule: its range, what lies between, and what exactly a limit means. */
@Component({
  selector: 'et-rule-low-value',
  imports: [AmountField, Choice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div class="et-fields-2">
      <et-amount-field
        [label]="t().lowValueFrom"
        [value]="rule().fromNetCents"
        (valueChange)="set({ fromNetCents: $event })"
      />
      <et-amount-field
        [label]="t().lowValueTo"
        [value]="rule().toNetCents"
        (valueChange)="set({ toNetCents: $event })"
      />
    </div>
    <et-choice
      [legend]="t().lowValueAs"
      [options]="sides()"
      [value]="rule().budgetedAs"
      (valueChange)="set({ budgetedAs: $event === 'investment' ? 'investment' : 'expense' })"
    />
    <et-text-field
      [label]="t().lowValueAccount"
      [value]="rule().exampleAccount"
      (valueChange)="set({ exampleAccount: $event.trim() })"
    />
    <et-choice
      [legend]="t().lowValueLower"
      [options]="answers()"
      [value]="rule().lower"
      (valueChange)="set({ lower: answerOf($event) })"
    />
    <et-choice
      [legend]="t().lowValueUpper"
      [options]="answers()"
      [value]="rule().upper"
      (valueChange)="set({ upper: answerOf($event) })"
    />`,
})
export class RuleLowValue {
  readonly rule = model.required<TypedLowValue>();
  protected readonly t = rulePageLabels;
  protected readonly sides = computed(() =>
    (['expense', 'investment'] as const).map((value) => ({ value, label: this.t().budgetedAs[value] })),
  );
  protected readonly answers = computed(() =>
    LIMIT_ANSWERS.map((value) => ({ value, label: ruleLabels().limits[value] })),
  );
  protected readonly answerOf = (value: string | null): LimitAnswer =>
    LIMIT_ANSWERS.find((one) => one === value) ?? 'ask';

  protected set(change: Partial<TypedLowValue>): void {
    this.rule.update((rule) => ({ ...rule, ...change }));
  }
}
