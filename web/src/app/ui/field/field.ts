import { ChangeDetectionStrategy, Component, computed, Directive, inject, input } from '@angular/core';
import { Icon } from '../icon/icon';
import { fieldLabels } from './field.labels';

let made = 0;

/** Label above, hint below it, error below the control. The control inside carries `etControl` and is linked by that. */
@Component({
  selector: 'et-field',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-field' },
  template: `
    <label class="et-field__label" [for]="controlId"
      >{{ label() }}
      @if (optional()) {
        <span class="et-field__optional">{{ t().optional }}</span>
      }
    </label>
    @if (hint()) {
      <p class="et-field__hint" [id]="hintId">{{ hint() }}</p>
    }
    <ng-content />
    @if (error()) {
      <p class="et-field__error" [id]="errorId">
        <et-icon name="error" [small]="true" class="et-icon--bad" /><span>{{ error() }}</span>
      </p>
    }
  `,
})
export class Field {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  /** One sentence that says what is wrong and what to do; empty means fine. */
  readonly error = input<string | null>();
  /** Required is the default; what may stay empty says so. */
  readonly optional = input(false);

  readonly controlId = `et-field-${++made}`;
  protected readonly hintId = `${this.controlId}-hint`;
  protected readonly errorId = `${this.controlId}-error`;
  protected readonly t = fieldLabels;
  readonly describedBy = computed(
    () => [this.hint() ? this.hintId : '', this.error() ? this.errorId : ''].filter(Boolean).join(' ') || null,
  );
}

/** Marks the input, select or textarea of an `et-field`. */
@Directive({
  selector: 'input[etControl], select[etControl], textarea[etControl]',
  host: {
    class: 'et-control',
    '[id]': 'field.controlId',
    '[attr.aria-describedby]': 'field.describedBy()',
    '[attr.aria-invalid]': "field.error() ? 'true' : null",
    '[attr.aria-required]': "field.optional() ? null : 'true'",
  },
})
export class Control {
  protected readonly field = inject(Field);
}
