import { ChangeDetectionStrategy, Component, computed, linkedSignal, model } from '@angular/core';
import type { InvestmentPaperRules } from '@etatlotse/domain/demand';
import { formatNumber } from '../ui/amount/format';
import { AmountField } from '../ui/field/amount-field';
import { TextField } from '../ui/field/text-field';
import { rulePageLabels } from './rule-page.labels';

/** The rules while they are typed: one may still be missing. */
export type TypedPapers = { readonly [Key in keyof InvestmentPaperRules]: number | null };

const KEYS = ['rateBasisPoints', 'deviceMonths', 'licenceMonths', 'suppliesMonths'] as const;
type TextKey = (typeof KEYS)[number];
const RATE = /^(\d{1,2})(?:,(\d{1,2}))?$/;

/** From which sum an investment needs a comparison, at which rate, and how long what is bought is used. */
@Component({
  selector: 'et-rule-papers',
  imports: [AmountField, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-amount-field
      [label]="t().papers.comparisonFromCents"
      [value]="rules().comparisonFromCents"
      (valueChange)="set('comparisonFromCents', $event)"
    />
    <div class="et-fields-2">
      @for (field of fields(); track field.key) {
        <et-text-field [label]="field.label" [value]="field.text" (valueChange)="take(field.key, $event)" />
      }
    </div>`,
})
export class RulePapers {
  readonly rules = model.required<TypedPapers>();
  protected readonly t = rulePageLabels;
  /** What stands in the fields; a text that is no number yet is kept as it is typed. */
  private readonly typed = linkedSignal<TypedPapers, Record<TextKey, string>>({
    source: () => this.rules(),
    computation: (rules, before) =>
      before?.value ??
      (Object.fromEntries(KEYS.map((key) => [key, textOf(key, rules[key])])) as Record<TextKey, string>),
  });
  protected readonly fields = computed(() =>
    KEYS.map((key) => ({ key, label: this.t().papers[key], text: this.typed()[key] })),
  );

  protected take(key: TextKey, text: string): void {
    this.typed.update((typed) => ({ ...typed, [key]: text }));
    this.set(key, numberOf(key, text.trim()));
  }

  protected set(key: keyof InvestmentPaperRules, value: number | null): void {
    this.rules.update((rules) => ({ ...rules, [key]: value }));
  }
}

function textOf(key: TextKey, value: number | null): string {
  if (value === null) return '';
  return key === 'rateBasisPoints' ? formatNumber(value / 100, 2) : String(value);
}

/** A rate is kept in hundredths of a percent: 3,25 is 325. */
function numberOf(key: TextKey, text: string): number | null {
  if (key !== 'rateBasisPoints') return /^\d{1,3}$/.test(text) ? Number(text) : null;
  const parts = RATE.exec(text);
  return parts === null ? null : Number(`${parts[1]}${(parts[2] ?? '').padEnd(2, '0')}`);
}
