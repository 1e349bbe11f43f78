import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { DocumentRow } from '@etatlotse/contracts/budget';
import type { ProblemMessage } from '../platform/problem';
import { formatDate } from '../ui/date/format';
import { FileDrop } from '../ui/file-drop/file-drop';
import { Notice } from '../ui/notice/notice';
import { Loading } from '../ui/state/state';
import { contractPageLabels } from './contract-page.labels';

const ACCEPTED = '.pdf,.png,.jpg,.jpeg,.csv,.txt,.docx,.xlsx';

/** The documents of a contract, to read and to add. */
@Component({
  selector: 'et-contract-documents',
  imports: [FileDrop, Loading, Notice],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ t().documentsQuestion }}</h2>
    @if (rows(); as documents) {
      @if (documents.length === 0) {
        <p class="et-finding">{{ t().noDocuments }}</p>
      } @else {
        <ul class="et-list-plain et-section--close">
          @for (document of documents; track document.id) {
            <li>
              <a [href]="'/api/v1/budget/documents/' + document.id + '/content'" download>{{ document.fileName }}</a>
              <small class="et-under et-muted"> {{ date(document.createdAt) }}, {{ document.createdByName }}</small>
            </li>
          }
        </ul>
      }
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      @if (mayAttach()) {
        <et-file-drop
          [label]="t().attach"
          [hint]="t().documentHint"
          [invitation]="t().attachInvitation"
          [button]="t().attachButton"
          [accept]="ACCEPTED"
          (chosen)="chosen.emit($event)"
        />
      }
    } @else {
      <et-loading [lines]="2" />
    }`,
})
export class ContractDocuments {
  readonly rows = input.required<readonly DocumentRow[] | null>();
  readonly mayAttach = input(false);
  readonly problem = input<ProblemMessage | null>(null);
  readonly chosen = output<readonly File[]>();
  protected readonly ACCEPTED = ACCEPTED;
  protected readonly t = computed(() => contractPageLabels());
  protected readonly date = formatDate;
}
