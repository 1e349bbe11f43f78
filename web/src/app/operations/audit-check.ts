import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDateTime } from '../ui/date/format';
import { Notice } from '../ui/notice/notice';
import { Failure } from '../ui/state/state';
import { auditLabels } from './audit.labels';
import { AuditStore } from './audit.store';

/** Recomputes the chains of the log when asked, and says what came out. */
@Component({
  selector: 'et-audit-check',
  imports: [Button, Failure, Notice],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (store.verify.problem(); as refused) {
      <et-failure [failure]="refused" [retryable]="false" />
    }
    @if (store.verification(); as result) {
      @if (result.defects.length === 0) {
        <et-notice kind="ok" [live]="true" [heading]="t().intact">
          <p>{{ t().intactDetail(entries()) }} {{ anchor() }}</p>
        </et-notice>
      } @else {
        <et-notice kind="bad" [live]="true" [heading]="t().broken">
          <p>{{ t().brokenDetail(defectCount()) }}</p>
          <ul>
            @for (defect of result.defects; track $index) {
              <li>{{ t().defectAt(defect.lane, defect.seq, t().defects[defect.kind]) }}</li>
            }
          </ul>
        </et-notice>
      }
    }
    <div class="et-actions et-actions--below">
      <button type="button" etButton="secondary" icon="verified" (click)="store.check()">{{ t().verify }}</button>
      @if (store.verify.isRunning()) {
        <span role="status">{{ t().verifying }}</span>
      }
    </div>`,
})
export class AuditCheck {
  protected readonly store = inject(AuditStore);
  protected readonly t = auditLabels;
  protected readonly entries = computed(() => formatNumber(this.store.verification()?.entries ?? 0));
  protected readonly defectCount = computed(() => formatNumber(this.store.verification()?.defects.length ?? 0));
  protected readonly anchor = computed(() => {
    const at = this.store.verification()?.anchoredAt ?? null;
    return at === null ? this.t().notAnchored : this.t().anchored(formatDateTime(at));
  });
}
