import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ImportPreview, ImportRun } from '@etatlotse/contracts/import/plain';
import { formatDateTime } from '../ui/date/format';
import { Button } from '../ui/button/button';
import { evidenceByAspect } from './evidence-words';
import { importRunLabels } from './import-run.labels';
import { fileSize } from './import-words';
import { readingLabels } from './reading.labels';
import { readingFacts } from './reading-words';

/** What was recognised of a file, why, and the way to say it otherwise. */
@Component({
  selector: 'et-import-reading',
  imports: [Button, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ t().format }}</h2>
    <p class="et-finding">{{ source() }}</p>
    <dl class="et-import__facts">
      @for (fact of facts(); track fact.term) {
        <div>
          <dt>{{ fact.term }}</dt>
          <dd>{{ fact.text }}</dd>
        </div>
      }
    </dl>
    @if (evidence().length > 0) {
      <details class="et-import__why">
        <summary>{{ words().why }}</summary>
        @for (group of evidence(); track group.aspect) {
          <h3>{{ words().aspects[group.aspect] }}</h3>
          <ul>
            @for (sentence of group.sentences; track $index) {
              <li>{{ sentence }}</li>
            }
          </ul>
        }
      </details>
    }
    @if (mayChange()) {
      <div class="et-actions et-actions--below">
        <a
          etButton="secondary"
          icon="edit"
          [routerLink]="['/import', run().id, 'mapping']"
          queryParamsHandling="preserve"
          >{{ words().change }}</a
        >
        <ng-content />
      </div>
    }
    <p class="et-source et-import__name">{{ run().fileName }}, {{ size() }}. {{ arrival() }}.</p>`,
})
export class ImportReading {
  readonly run = input.required<ImportRun>();
  readonly preview = input.required<ImportPreview>();
  /** Whether this person can still say how the file is read. */
  readonly mayChange = input(false);
  protected readonly t = importRunLabels;
  protected readonly words = readingLabels;

  protected readonly facts = computed(() => readingFacts(this.preview(), this.format()));
  protected readonly evidence = computed(() => evidenceByAspect(this.preview()));
  protected readonly source = computed(() => {
    const { mappingSource, profileName } = this.preview();
    const { sources } = this.words();
    return mappingSource === 'profile' ? sources.profile(profileName ?? '') : sources[mappingSource];
  });
  protected readonly size = computed(() => fileSize(this.run().fileBytes));
  protected readonly arrival = computed(() => {
    const { source, createdAt, createdByName } = this.run();
    const when = formatDateTime(createdAt);
    return source === 'folder' ? this.t().fromFolder(when) : this.t().uploadedBy(when, createdByName);
  });

  private format(): string {
    const { format, delimiter, encoding } = this.preview();
    const words = this.t();
    if (format === 'xlsx') return words.workbook;
    const delimiters: Readonly<Record<string, string | undefined>> = words.delimiters;
    return words.textFile(delimiters[delimiter] ?? delimiter, encoding);
  }
}
