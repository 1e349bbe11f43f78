import { ChangeDetectionStrategy, Component, computed, linkedSignal, model } from '@angular/core';
import type { StatusLimits } from '@etatlotse/domain/project';
import { formatNumber } from '../ui/amount/format';
import { TextField } from '../ui/field/text-field';
import { rulePageLabels } from './rule-page.labels';

/** The limits while they are typed: one may still be missing. */
export type TypedStatusLimits = { readonly [Key in keyof StatusLimits]: number | null };

const KEYS = ['yellowBelow', 'redBelow', 'yellowSlipDays', 'redSlipDays'] as const;
const RATE = /^(\d)(?:[.,](\d{1,4}))?$/;

/** From which rates (0,95) and how many days late a project is at risk or critical. */
@Component({
  selector: 'et-rule-status-limits',
  imports: [TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div class="et-fields-2">
    @for (field of fields(); track field.key) {
      <et-text-field
        inputmode="decimal"
        [label]="field.label"
        [value]="field.text"
        (valueChange)="take(field.key, $event)"
      />
    }
  </div>`,
})
export class RuleStatusLimits {
  readonly limits = model.required<TypedStatusLimits>();
  protected readonly t = rulePageLabels;
  /** What stands in the fields; a text that is no number yet is kept as it is typed. */
  private readonly typed = linkedSignal<StatusLimits, Record<keyof StatusLimits, string>>({
    source: () => this.limits() as StatusLimits,
    computation: (limits, before) =>
      before?.value ??
      (Object.fromEntries(KEYS.map((key) => [key, textOf(key, limits[key])])) as Record<keyof StatusLimits, string>),
  });
  protected readonly fields = computed(() =>
    KEYS.map((key) => ({ key, label: this.t().statusLimits[key], text: this.typed()[key] })),
  );

  protected take(key: keyof StatusLimits, text: string): void {
    this.typed.update((typed) => ({ ...typed, [key]: text }));
    this.limits.update((limits) => ({ ...limits, [key]: numberOf(key, text.trim()) }));
  }
}

const isRate = (key: keyof StatusLimits): boolean => key === 'yellowBelow' || key === 'redBelow';

function textOf(key: keyof StatusLimits, value: number | null): string {
  if (value === null) return '';
  return isRate(key) ? formatNumber(value / 10_000, 2) : String(value);
}

/** Rates are whole ten-thousandths: 0,95 is 9500. */
function numberOf(key: keyof StatusLimits, text: string): number | null {
  if (!isRate(key)) return /^\d{1,4}$/.test(text) ? Number(text) : null;
  const parts = RATE.exec(text);
  return parts === null ? null : Number(`${parts[1]}${(parts[2] ?? '').padEnd(4, '0')}`);
}
