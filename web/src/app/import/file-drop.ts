import { ChangeDetectionStrategy, Component, computed, input, model, signal } from '@angular/core';
import { Control, Field } from '../ui/field/field';
import { Icon } from '../ui/icon/icon';
import { fileSize } from './import-words';
import { newImportLabels } from './new-import.labels';

/** A file, chosen with the browser's own button or dropped onto the frame around it. */
@Component({
  selector: 'et-file-drop',
  imports: [Control, Field, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-field [label]="t().file" [hint]="t().fileHint" [error]="error()">
    <div
      class="et-drop"
      [class.et-drop--over]="isOver()"
      (dragover)="hover($event, true)"
      (dragleave)="hover($event, false)"
      (drop)="drop($event)"
    >
      <et-icon name="upload_file" />
      <input etControl type="file" accept=".csv,.txt,text/csv" (change)="choose($event)" />
      @if (chosen(); as sentence) {
        <p class="et-small et-strong" role="status">{{ sentence }}</p>
      }
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
    return file === null ? null : newImportLabels().chosen(file.name, fileSize(file.size));
  });

  protected choose(event: Event): void {
    const file = (event.target as HTMLInputElement).files?.item(0) ?? null;
    if (file !== null) this.file.set(file);
  }

  protected hover(event: Event, isOver: boolean): void {
    event.preventDefault();
    this.isOver.set(isOver);
  }

  protected drop(event: DragEvent): void {
    this.hover(event, false);
    const file = event.dataTransfer?.files.item(0) ?? null;
    if (file !== null) this.file.set(file);
  }
}
