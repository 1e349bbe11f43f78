import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ImportSources } from '@etatlotse/contracts/import/plain';
import { formatDateTime } from '../ui/date/format';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { ImportState } from './import-state';
import { importLabels } from './import.labels';

/** How each source system stands: its last file, when it came, whether it came in, and the last one that did. */
@Component({
  selector: 'et-import-sources',
  imports: [ImportState, RouterLink, Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ t().sources }}</h2>
    <p class="et-finding">{{ sources().watchesFolder ? t().folderWatched : t().folderNot }}</p>
    @if (rows().length > 0) {
      <et-scroll [label]="t().sources">
        <table class="et-table et-cards et-import__sources">
          <thead>
            <tr>
              <th scope="col">{{ t().sourceSystem }}</th>
              <th scope="col">{{ t().lastFile }}</th>
              <th scope="col">{{ t().received }}</th>
              <th scope="col">{{ t().state }}</th>
              <th scope="col">{{ t().lastCommitted }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track row.importId) {
              <tr>
                <th scope="row">{{ row.sourceSystem || t().sourceUnknown }}</th>
                <td class="et-import__name">
                  <a [routerLink]="['/import', row.importId]" queryParamsHandling="preserve">{{ row.fileName }}</a>
                  @if (row.source === 'folder') {
                    <et-tag icon="inbox">{{ t().fromFolder }}</et-tag>
                  }
                </td>
                <td class="et-nowrap">{{ row.received }}</td>
                <td><et-import-state [state]="row.state" [isAsked]="row.isAsked" /></td>
                <td class="et-nowrap" [attr.data-label]="t().lastCommitted">{{ row.committed }}</td>
              </tr>
            }
          </tbody>
        </table>
      </et-scroll>
    }`,
})
export class ImportSourcesPanel {
  readonly sources = input.required<ImportSources>();
  protected readonly t = importLabels;
  protected readonly rows = computed(() =>
    this.sources().rows.map((row) => ({
      ...row,
      received: formatDateTime(row.receivedAt),
      committed: row.lastCommittedAt === null ? this.t().never : formatDateTime(row.lastCommittedAt),
      isAsked: row.state === 'previewed' && (row.counts?.questions ?? 0) > 0,
    })),
  );
}
