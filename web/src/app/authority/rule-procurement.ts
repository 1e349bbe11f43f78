import { ChangeDetectionStrategy, Component, computed, model } from '@angular/core';
import type { ProcurementLimits } from '@etatlotse/domain/procurement';
import { AmountField } from '../ui/field/amount-field';
import { TextField } from '../ui/field/text-field';
import { rulePageLabels } from './rule-page.labels';

/** The limits while they are typed: one may still be missing. */
export type TypedProcurement = { readonly [Key in keyof ProcurementLimits]: number | null };

const AMOUNTS = ['directUpToCents', 'negotiatedUpToCents', 'euFromCents'] as const;
const DAYS = ['directDays', 'frameworkDays', 'negotiatedDays', 'nationalDays', 'euDays'] as const;

/** Up to which net amount which way of procurement is open, and how many days each takes. */
@Component({
  selector: 'et-rule-procurement',
  imports: [AmountField, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div class="et-fields-2">
    @for (key of amounts; track key) {
      <et-amount-field [label]="t().procurement[key]" [value]="limits()[key]" (valueChange)="set(key, $event)" />
    }
    @for (field of days(); track field.key) {
      <et-text-field
        inputmode="numeric"
        [label]="t().procurement[field.key]"
        [value]="field.text"
        (valueChange)="set(field.key, daysOf($event))"
      />
    }
  </div>`,
})
export class RuleProcurement {
  readonly limits = model.required<TypedProcurement>();
  protected readonly t = rulePageLabels;
  protected readonly amounts = AMOUNTS;
  protected readonly days = computed(() => DAYS.map((key) => ({ key, text: String(this.limits()[key] ?? '') })));

  protected set(key: keyof ProcurementLimits, value: number | null): void {
    this.limits.update((limits) => ({ ...limits, [key]: value }));
  }

  protected daysOf(text: string): number | null {
    return /^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : null;
  }
}
