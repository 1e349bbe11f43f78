import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Icon } from '../ui/icon/icon';
import { fileSize } from './import-words';
import { newImportLabels } from './new-import.labels';

/** The files that were chosen, each with its size and the way off the list. */
@Component({
  selector: 'et-chosen-files',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ul class="et-import__chosen" [attr.aria-label]="t().chosen">
    @for (file of files(); track $index) {
      <li>
        <et-icon name="description" />
        <span class="et-import__name">{{ file.name }}</span>
        <span class="et-muted et-num">{{ size(file.size) }}</span>
        <button
          type="button"
          class="et-icon-button"
          [attr.aria-label]="t().remove(file.name)"
          (click)="removed.emit(file)"
        >
          <et-icon name="close" />
        </button>
      </li>
    }
  </ul>`,
})
export class ChosenFiles {
  readonly files = input.required<readonly File[]>();
  readonly removed = output<File>();
  protected readonly t = newImportLabels;
  protected readonly size = fileSize;
}
