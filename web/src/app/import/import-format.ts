import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ImportRun } from '@etatlotse/contracts/import/plain';
import { formatNumber } from '../ui/amount/format';
import { formatDateTime } from '../ui/date/format';
import { importRunLabels } from './import-run.labels';
import { fileSize } from './import-words';
import { importLabels } from './import.labels';

/** What was recognised of a file without asking. */
@Component({
  selector: 'et-import-format',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ t().format }}</h2>
    <p class="et-finding et-import__name">{{ run().fileName }}</p>
    <dl class="et-import__facts">
      @for (fact of facts(); track fact.term) {
        <div>
          <dt>{{ fact.term }}</dt>
          <dd>{{ fact.text }}</dd>
        </div>
      }
    </dl>`,
})
export class ImportFormat {
  readonly run = input.required<ImportRun>();
  /** The profile in words; its code where it has none. */
  readonly profile = input.required<string>();
  protected readonly t = importRunLabels;
  protected readonly facts = computed((): { term: string; text: string }[] => {
    const { preview, kind, fileBytes, createdAt, createdByName } = this.run();
    const words = this.t();
    const said = [{ term: importLabels().what, text: importLabels().kinds[kind] }];
    if (preview !== null) {
      const delimiters: Readonly<Record<string, string | undefined>> = words.delimiters;
      said.push(
        { term: words.profile, text: this.profile() },
        { term: words.encoding, text: preview.encoding },
        { term: words.delimiter, text: delimiters[preview.delimiter] ?? preview.delimiter },
        { term: words.columns, text: formatNumber(preview.columns.length) },
        { term: words.rows, text: formatNumber(preview.rows) },
        { term: words.totalRows, text: formatNumber(preview.totalRows) },
      );
    }
    said.push(
      { term: words.size, text: fileSize(fileBytes) },
      { term: words.uploaded, text: `${formatDateTime(createdAt)}, ${createdByName}` },
    );
    return said;
  });
}
