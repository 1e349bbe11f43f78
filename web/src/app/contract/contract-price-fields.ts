import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { Button } from '../ui/button/button';
import { Choice, Select } from '../ui/choice/choice';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import type { ContractDraft, StepDraft } from './contract-draft';
import type { FormOptions } from './contract-form-options';
import { contractFormLabels } from './contract-form.labels';

/** What a contract costs: quantity, unit price, tax, rhythm, index and later prices. */
@Component({
  selector: 'et-contract-price-fields',
  imports: [Button, Choice, DateField, Select, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './contract-price-fields.html',
})
export class ContractPriceFields {
  readonly draft = model.required<ContractDraft>();
  readonly options = input.required<FormOptions>();
  /** The sentence for a field that cannot be read, once sending was tried. */
  readonly error = input.required<(name: string) => string | null>();
  protected readonly t = contractFormLabels;

  protected set<Name extends keyof ContractDraft>(name: Name, value: ContractDraft[Name]): void {
    this.draft.update((draft) => ({ ...draft, [name]: value }));
  }

  protected addStep(): void {
    const { steps, quantity, unitPrice } = this.draft();
    this.set('steps', [...steps, { validFrom: null, quantity, unitPrice }]);
  }

  protected setStep(at: number, change: Partial<StepDraft>): void {
    this.set(
      'steps',
      this.draft().steps.map((step, place) => (place === at ? { ...step, ...change } : step)),
    );
  }

  protected removeStep(at: number): void {
    this.set(
      'steps',
      this.draft().steps.filter((_, place) => place !== at),
    );
  }
}
