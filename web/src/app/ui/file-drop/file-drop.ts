import { ChangeDetectionStrategy, Component, input, output, signal } from '@angular/core';
import { Control, Field } from '../field/field';
import { Icon } from '../icon/icon';

/**
 * Files, chosen or dropped. The browser's own file field lies unseen over the whole frame, so that mouse, keyboard, dropped
 * files and screen readers all meet a real field, and its words are those of the page, not of the browser.
 */
@Component({
  selector: 'et-file-drop',
  imports: [Control, Field, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-field [label]="label()" [hint]="hint()" [error]="error()">
    <div
      class="et-drop"
      [class.et-drop--over]="isOver()"
      (dragenter)="isOver.set(true)"
      (dragleave)="isOver.set(false)"
      (drop)="isOver.set(false)"
    >
      <et-icon name="upload_file" />
      <span class="et-drop__text">{{ invitation() }}</span>
      <span class="et-drop__button" aria-hidden="true">{{ button() }}</span>
      <input etControl type="file" multiple [accept]="accept()" (change)="take($event)" />
    </div>
  </et-field>`,
})
export class FileDrop {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  /** What stands in the frame: "Hierher ziehen oder". */
  readonly invitation = input.required<string>();
  readonly button = input.required<string>();
  readonly accept = input('');
  readonly error = input<string | null>(null);
  readonly chosen = output<readonly File[]>();
  protected readonly isOver = signal(false);

  protected take(event: Event): void {
    const field = event.target as HTMLInputElement;
    const files = Array.from(field.files ?? []);
    // The same file can be chosen again after it was taken off the list.
    field.value = '';
    if (files.length > 0) this.chosen.emit(files);
  }
}
