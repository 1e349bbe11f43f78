import { booleanAttribute, ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { Control, Field } from '../field/field';
import { fieldLabels } from '../field/field.labels';
import { Icon } from '../icon/icon';

export interface Option {
  readonly value: string;
  readonly label: string;
  /** A line below the label that says what follows from it; only large choices show it. */
  readonly detail?: string;
}

let made = 0;

/**
 * One of a few: radio buttons that look like chips, or large targets one below the other for a decision that deserves a
 * sentence for each answer. What stands between the tags is shown between question and answers. From seven options on use `et-select`.
 */
@Component({
  selector: 'et-choice',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<fieldset
    class="et-field"
    [class.et-options]="large()"
    [attr.aria-describedby]="error() ? name + '-error' : null"
    [attr.aria-invalid]="error() ? 'true' : null"
  >
    <legend>{{ legend() }}</legend>
    @if (hint()) {
      <p class="et-field__hint">{{ hint() }}</p>
    }
    <ng-content />
    <div [class]="large() ? 'et-options__list' : 'et-chips'">
      @for (option of options(); track option.value) {
        <label>
          <input
            type="radio"
            [name]="name"
            [value]="option.value"
            [checked]="option.value === value()"
            (change)="value.set(option.value)"
          />
          @if (large()) {
            <span>
              <span class="et-options__label">{{ option.label }}</span>
              @if (option.detail) {
                <span class="et-options__detail">{{ option.detail }}</span>
              }
            </span>
          } @else {
            {{ option.label }}
          }
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
export class Choice {
  readonly legend = input.required<string>();
  readonly options = input.required<readonly Option[]>();
  readonly value = model<string | null>(null);
  readonly hint = input<string>();
  readonly error = input<string | null>();
  readonly large = input(false, { transform: booleanAttribute });
  protected readonly name = `et-choice-${++made}`;
}

/** One of many, with the browser's own list. */
@Component({
  selector: 'et-select',
  imports: [Control, Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-field [label]="label()" [hint]="hint()" [error]="error()" [optional]="optional()">
    <select etControl [class.et-control--compact]="compact()" (change)="take($event)">
      @if (placeholder() !== null) {
        <option value="" [selected]="!value()">{{ placeholder() ?? t().chooseFirst }}</option>
      }
      @for (option of options(); track option.value) {
        <option [value]="option.value" [selected]="option.value === value()">{{ option.label }}</option>
      }
    </select>
  </et-field>`,
})
export class Select {
  readonly label = input.required<string>();
  readonly options = input.required<readonly Option[]>();
  readonly value = model<string | null>(null);
  readonly hint = input<string>();
  readonly error = input<string | null>();
  readonly optional = input(false);
  /** Text of the empty entry ("Alle"); `null` leaves it out; absent says "Bitte wählen". */
  readonly placeholder = input<string | null>();
  readonly compact = input(false);
  protected readonly t = fieldLabels;

  protected take(event: Event): void {
    this.value.set((event.target as HTMLSelectElement).value || null);
  }
}
