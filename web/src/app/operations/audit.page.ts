import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import type { AuditEntry } from '@etatlotse/contracts/audit';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { formatDateTime } from '../ui/date/format';
import { DateField } from '../ui/field/date-field';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { actionName, actionOptions } from './audit-actions.labels';
import { AuditCheck } from './audit-check';
import { auditLabels } from './audit.labels';
import { AuditStore } from './audit.store';

/** The audit log: filtered, newest first, with the check of its chains. */
@Component({
  selector: 'et-audit-page',
  imports: [AuditCheck, Button, DateField, Empty, Failure, Loading, PageHead, Scroll, Select],
  providers: [AuditStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './audit.page.html',
})
export class AuditPage {
  protected readonly store = inject(AuditStore);
  protected readonly t = auditLabels;
  protected readonly actions = actionOptions;
  protected readonly actionName = actionName;
  protected readonly dateTime = formatDateTime;
  /** As it is stored, without the braces: `amountCents: 1200 · kind: actual`. */
  protected readonly detailOf = ({ detail }: AuditEntry): string =>
    Object.entries(detail)
      .map(([key, value]) => `${key}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
      .join(' · ');
}
