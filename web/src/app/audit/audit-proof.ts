import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { AuditVerification } from '@etatlotse/contracts/audit';
import { formatNumber } from '../ui/amount/format';
import { formatDateTime } from '../ui/date/format';
import { Notice } from '../ui/notice/notice';
import { auditLabels } from './audit.labels';

/** What the check of the chains found, in plain words. */
@Component({
  selector: 'et-audit-proof',
  imports: [Notice],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (verification().defects.length === 0) {
      <et-notice kind="ok" [live]="true" [heading]="t().intact">
        <p>{{ t().intactText(number(verification().entries), number(verification().lanes)) }} {{ anchor() }}</p>
      </et-notice>
    } @else {
      <et-notice kind="bad" [live]="true" [heading]="t().broken">
        <p>
          {{ t().brokenText(number(verification().defects.length), verification().defects.length === 1) }}
          {{ anchor() }}
        </p>
        <ul>
          @for (defect of verification().defects; track $index) {
            <li>{{ t().defectAt(number(defect.lane), number(defect.seq)) }} {{ t().defects[defect.kind] }}</li>
          }
        </ul>
      </et-notice>
    }`,
})
export class AuditProof {
  readonly verification = input.required<AuditVerification>();
  protected readonly t = auditLabels;
  protected readonly number = (value: number): string => formatNumber(value);

  protected anchor(): string {
    const { anchoredAt } = this.verification();
    return anchoredAt === null ? this.t().notAnchored : this.t().anchored(formatDateTime(anchoredAt));
  }
}
