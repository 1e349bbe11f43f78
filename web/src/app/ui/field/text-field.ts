import { ChangeDetectionStrategy, Component, input, model, output } from '@angular/core';
import { Control, Field } from './field';

/** One line or several lines of text. */
@Component({
  selector: 'et-text-field',
  imports: [Control, Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-field [label]="label()" [hint]="hint()" [error]="error()" [optional]="optional()">
    @if (type() === 'lines') {
      <textarea etControl [value]="value()" (input)="take($event)" (blur)="touched.emit()"></textarea>
    } @else {
      <input
        etControl
        [type]="type()"
        [value]="value()"
        [attr.autocomplete]="autocomplete()"
        (input)="take($event)"
        (blur)="touched.emit()"
      />
    }
  </et-field>`,
})
export class TextField {
  readonly label = input.required<string>();
  readonly value = model('');
  readonly type = input<'text' | 'email' | 'password' | 'search' | 'lines'>('text');
  readonly hint = input<string>();
  readonly error = input<string | null>();
  readonly optional = input(false);
  readonly autocomplete = input('off');
  readonly touched = output<void>();

  protected take(event: Event): void {
    this.value.set((event.target as HTMLInputElement | HTMLTextAreaElement).value);
  }
}
