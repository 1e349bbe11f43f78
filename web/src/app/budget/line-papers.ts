import { ChangeDetectionStrategy, Component, input, output, signal } from '@angular/core';
import type { DocumentRow, NoteRow } from '@etatlotse/contracts/budget';
import { DOCUMENT_EXTENSIONS } from '@etatlotse/contracts/budget/plain';
import { Button } from '../ui/button/button';
import { formatDateTime } from '../ui/date/format';
import { TextField } from '../ui/field/text-field';
import { Icon } from '../ui/icon/icon';
import { Notice } from '../ui/notice/notice';
import { lineLabels } from './line.labels';

/** Notes and documents of the line, newest first. Notes are never changed; what was wrong is said in a further one. */
@Component({
  selector: 'et-line-papers',
  imports: [Button, Icon, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
    <h2>{{ t().papersQuestion }}</h2>
    @if (notes().length === 0 && documents().length === 0) {
      <p class="et-muted">{{ t().noPapers }}</p>
    }
    @if (documents().length > 0) {
      <ul class="et-list-plain et-line__papers">
        @for (document of documents(); track document.id) {
          <li>
            <a [href]="urlOf()(document)" download
              ><et-icon name="description" [small]="true" /> {{ document.fileName }}</a
            >
            <small class="et-muted">{{ dateTime(document.createdAt) }}, {{ document.createdByName }}</small>
          </li>
        }
      </ul>
    }
    @if (notes().length > 0) {
      <ul class="et-list-plain et-line__papers">
        @for (note of notes(); track note.id) {
          <li>
            <p class="et-line__explanation">{{ note.text }}</p>
            <small class="et-muted">{{ dateTime(note.createdAt) }}, {{ note.createdByName }}</small>
          </li>
        }
      </ul>
    }
    @if (mayWrite()) {
      <et-text-field type="lines" [optional]="true" [label]="t().note" [hint]="t().noteHint" [(value)]="text" />
      @if (problem(); as sentence) {
        <et-notice kind="bad" [live]="true" [heading]="sentence" />
      }
      <div class="et-actions et-actions--below">
        <button type="button" etButton="secondary" [compact]="true" (click)="note()">{{ t().addNote }}</button>
        <button type="button" etButton="tertiary" [compact]="true" icon="attach_file" (click)="file.click()">
          {{ t().attach }}
        </button>
        <input
          #file
          type="file"
          class="et-hidden"
          tabindex="-1"
          [attr.aria-label]="t().attach"
          [accept]="accepted"
          (change)="take(file)"
        />
      </div>
      <p class="et-tiny et-muted">{{ t().attachHint }}</p>
    }
  </section>`,
})
export class LinePapers {
  readonly notes = input.required<readonly NoteRow[]>();
  readonly documents = input.required<readonly DocumentRow[]>();
  readonly urlOf = input.required<(document: DocumentRow) => string>();
  readonly mayWrite = input(false);
  readonly problem = input<string | null>(null);
  readonly noted = output<string>();
  readonly attached = output<File>();
  protected readonly t = lineLabels;
  protected readonly dateTime = formatDateTime;
  protected readonly accepted = DOCUMENT_EXTENSIONS.map((extension) => `.${extension}`).join(',');
  protected readonly text = signal('');

  protected note(): void {
    if (this.text().trim() === '') return;
    this.noted.emit(this.text());
    this.text.set('');
  }

  protected take(input: HTMLInputElement): void {
    const file = input.files?.[0];
    if (file !== undefined) this.attached.emit(file);
    input.value = '';
  }
}
