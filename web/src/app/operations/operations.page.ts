import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatDateTime } from '../ui/date/format';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { type TaskItem, TaskList } from '../ui/task-list/task-list';
import { actionName } from './audit-actions.labels';
import { AuditCheck } from './audit-check';
import { auditLabels } from './audit.labels';
import { AuditStore } from './audit.store';
import { operationsLabels } from './operations.labels';
import { OperationsStore } from './operations.store';

const LAST_ENTRIES = 8;

/** Where the administration begins its day. */
@Component({
  selector: 'et-operations-page',
  imports: [AuditCheck, Failure, Loading, Notice, PageHead, RouterLink, TaskList],
  providers: [AuditStore, OperationsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './operations.page.html',
})
export class OperationsPage {
  protected readonly store = inject(OperationsStore);
  protected readonly audit = inject(AuditStore);
  protected readonly t = operationsLabels;
  protected readonly words = auditLabels;
  protected readonly actionName = actionName;
  protected readonly dateTime = formatDateTime;

  protected readonly answer = computed(() => {
    const isReady = this.store.isReady();
    if (isReady === null) return this.t().checking;
    return isReady ? this.t().ready : this.t().notReady;
  });
  protected readonly tasks = computed((): readonly TaskItem[] => {
    const { count, isMore } = this.store.waiting() ?? { count: 0, isMore: false };
    if (count === 0) return [];
    const text = count === 1 ? this.t().waitingOne : this.t().waitingSome(`${count}${isMore ? '+' : ''}`);
    return [{ id: 'approvals', icon: 'rule', tone: 'warn', text, link: ['/settings', 'approvals'] }];
  });

  constructor() {
    this.audit.limit.set(LAST_ENTRIES);
  }
}
