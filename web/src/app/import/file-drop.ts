import { ChangeDetectionStrategy, Component, computed, input, model, signal } from '@angular/core';
import { Control, Field } from '../ui/field/field';
import { Icon } from '../ui/icon/icon';
import { fileSize } from './import-words';
import { newImportLabels } from './new-import.labels';

/**
 * A file, chosen or dropped. The browser's own file field lies unseen over the whole frame, so that mouse, keyboard,
 * dropped files and screen readers all meet a real field, and its words are those of the page, not of the browser.
 */
@Component({
  selector: 'et-file-drop',
  imports: [Control, Field, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-field [label]="t().file" [hint]="t().fileHint" [error]="error()">
    <div
      class="et-drop"
      [class.et-drop--over]="isOver()"
      (dragenter)="isOver.set(true)"
      (dragleave)="isOver.set(false)"
      (drop)="isOver.set(false)"
    >
      <et-icon name="upload_file" />
      <span class="et-drop__button" aria-hidden="true">{{ t().choose }}</span>
      <span class="et-drop__name" role="status">{{ chosen() }}</span>
      <input etControl type="file" accept=".csv,.txt,text/csv" (change)="choose($event)" />
    </div>
  </et-field>`,
})
export class FileDrop {
  readonly file = model<File | null>(null);
  readonly error = input<string | null>(null);
  protected readonly t = newImportLabels;
  protected readonly isOver = signal(false);
  protected readonly chosen = computed(() => {
    const file = this.file();
    return file === null ? this.t().none : this.t().chosen(file.name, fileSize(file.size));
  });

  protected choose(event: Event): void {
    const file = (event.target as HTMLInputElement).files?.item(0) ?? null;
    if (file !== null) this.file.set(file);
  }
}
