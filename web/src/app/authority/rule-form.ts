import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { ChangeRuleSetting } from '@etatlotse/contracts/authority';
import type { RuleSettingRow } from '@etatlotse/contracts/authority/plain';
import { isRuleValue } from '@etatlotse/domain/authority';
import { lowValueRuleOf, type LowValueSetting } from '@etatlotse/domain/budget';
import { PROCUREMENT_LIMITS, type ProcurementLimits } from '@etatlotse/domain/procurement';
import { EXAMPLE_PAPER_RULES, type InvestmentPaperRules } from '@etatlotse/domain/demand';
import { STATUS_LIMITS, type StatusLimits } from '@etatlotse/domain/project';
import { fiscalYear } from '@etatlotse/domain/shared';
import type { ProblemMessage } from '../platform/problem';
import { ruleLabels, ruleValueWords } from '../platform/rule.labels';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { AmountField } from '../ui/field/amount-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { rulePageLabels } from './rule-page.labels';
import { RuleLowValue, type TypedLowValue } from './rule-low-value';
import { RuleProcurement, type TypedProcurement } from './rule-procurement';
import { RulePapers, type TypedPapers } from './rule-papers';
import { RuleStatusLimits, type TypedStatusLimits } from './rule-status-limits';
import { RuleThresholds, type TypedThreshold } from './rule-thresholds';

/** Asks for another value of a rule from a year on, with its source and reason. The same value confirms an example. */
@Component({
  selector: 'et-rule-form',
  imports: [
    AmountField,
    Button,
    Choice,
    Dialog,
    Notice,
    RuleLowValue,
    RuleProcurement,
    RulePapers,
    RuleStatusLimits,
    RuleThresholds,
    TextField,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './rule-form.html',
})
export class RuleForm {
  readonly setting = input.required<RuleSettingRow>();
  readonly firstYear = input.required<number>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<ChangeRuleSetting>();
  readonly closed = output<void>();
  protected readonly t = rulePageLabels;
  protected readonly heading = computed(() => this.t().formHeading(ruleLabels().settings[this.setting().key]));

  protected readonly chosen = linkedSignal<string | null>(() => {
    const { value, form } = this.setting();
    if (form === 'limit' || form === 'low_value') return value === null ? 'none' : 'some';
    return String(value);
  });
  protected readonly limitCents = linkedSignal<number | null>(() => {
    const { value } = this.setting();
    return typeof value === 'number' ? value : null;
  });
  protected readonly thresholds = linkedSignal<readonly TypedThreshold[]>(() => {
    const { value, form } = this.setting();
    return form === 'thresholds' ? (value as readonly TypedThreshold[]) : [];
  });
  protected readonly lowValue = linkedSignal<TypedLowValue>(() => {
    const { value, form } = this.setting();
    return lowValueRuleOf(
      fiscalYear(this.firstYear()),
      form === 'low_value' && value !== null ? (value as LowValueSetting) : null,
    );
  });
  protected readonly statusLimits = linkedSignal<TypedStatusLimits>(() => {
    const { value, form } = this.setting();
    return form === 'status_limits' ? (value as StatusLimits) : STATUS_LIMITS;
  });
  protected readonly procurement = linkedSignal<TypedProcurement>(() => {
    const { value, form } = this.setting();
    return form === 'procurement' ? (value as ProcurementLimits) : PROCUREMENT_LIMITS;
  });
  protected readonly days = linkedSignal(() => String(this.setting().value));
  protected readonly papers = linkedSignal<TypedPapers>(() => {
    const { value, form } = this.setting();
    return form === 'investment_papers' ? (value as InvestmentPaperRules) : EXAMPLE_PAPER_RULES;
  });
  protected readonly missing = computed(() => {
    const words = this.t();
    const { form } = this.setting();
    if (form === 'status_limits') return words.statusMissing;
    if (form === 'procurement') return words.procurementMissing;
    if (form === 'days') return words.daysMissing;
    if (form === 'investment_papers') return words.papersMissing;
    return form === 'low_value' ? words.lowValueMissing : words.valueMissing;
  });
  protected readonly validFrom = linkedSignal<string | null>(() => String(this.firstYear()));
  protected readonly source = linkedSignal(() => this.setting().decision?.source ?? '');
  protected readonly reason = signal('');
  protected readonly hasTried = signal(false);

  protected readonly years = computed(() =>
    [0, 1, 2].map((later) => ({ value: String(this.firstYear() + later), label: String(this.firstYear() + later) })),
  );
  protected readonly options = computed(() => {
    const { key, form } = this.setting();
    if (form === 'limit') {
      return [
        { value: 'none', label: this.t().limitNone },
        { value: 'some', label: this.t().limitSome },
      ];
    }
    if (form === 'low_value') {
      return [
        { value: 'none', label: this.t().lowValueLaw },
        { value: 'some', label: this.t().lowValueOwn },
      ];
    }
    const values = form === 'flag' ? [true, false] : ['warn', 'block'];
    return values.map((value) => ({ value: String(value), label: ruleValueWords(key, value).join(' ') }));
  });
  /** The value as it stands in the form; undefined while it is not complete. */
  protected readonly value = computed((): unknown => {
    const { key, form } = this.setting();
    const typed = {
      flag: this.chosen() === 'true',
      strictness: this.chosen(),
      limit: this.chosen() === 'none' ? null : (this.limitCents() ?? undefined),
      thresholds: this.thresholds(),
      low_value: this.chosen() === 'none' ? null : this.lowValue(),
      status_limits: this.statusLimits(),
      days: Number(this.days().trim() || Number.NaN),
      procurement: this.procurement(),
      investment_papers: this.papers(),
    }[form];
    return isRuleValue(key, typed) ? typed : undefined;
  });

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [value, source, reason] = [this.value(), this.source().trim(), this.reason().trim()];
    if (value === undefined || source === '' || reason === '') return;
    this.confirmed.emit({ key: this.setting().key, validFrom: Number(this.validFrom()), value, source, reason });
  }
}
