import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { Icon } from '../icon/icon';
import type { Option } from './choice';

let made = 0;

/** An answer with a line below it that says what follows from it. */
export interface BigOption extends Option {
  readonly detail?: string;
}

/** A question with its answers as large targets, one below the other: for decisions that deserve a sentence each. */
@Component({
  selector: 'et-options',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<fieldset
    class="et-field et-options"
    [attr.aria-describedby]="error() ? name + '-error' : null"
    [attr.aria-invalid]="error() ? 'true' : null"
  >
    <legend>{{ legend() }}</legend>
    <ng-content />
    <div class="et-options__list">
      @for (option of options(); track option.value) {
        <label>
          <input
            type="radio"
            [name]="name"
            [value]="option.value"
            [checked]="option.value === value()"
            (change)="value.set(option.value)"
          />
          <span>
            <span class="et-options__label">{{ option.label }}</span>
            @if (option.detail) {
              <span class="et-options__detail">{{ option.detail }}</span>
            }
          </span>
        </label>
      }
    </div>
    @if (error()) {
      <p class="et-field__error" [id]="name + '-error'">
        <et-icon name="error" [small]="true" class="et-icon--bad" /><span>{{ error() }}</span>
      </p>
    }
  </fieldset>`,
})
export class Options {
  readonly legend = input.required<string>();
  readonly options = input.required<readonly BigOption[]>();
  readonly value = model<string | null>(null);
  readonly error = input<string | null>();
  protected readonly name = `et-options-${++made}`;
}
