import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDateTime } from '../ui/date/format';
import type { IconName } from '../ui/icon/icons';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Tag } from '../ui/tag/tag';
import { operationsLabels } from './operations.labels';
import { type Health, OperationsStore } from './operations.store';

const LOOKS: Readonly<Record<Health, readonly ['info' | 'ok' | 'bad', IconName]>> = {
  checking: ['info', 'pending'],
  up: ['ok', 'check_circle'],
  down: ['bad', 'error'],
};

/** "Is everything running?" The landing page of the administrator. */
@Component({
  selector: 'et-operations-page',
  imports: [Button, Failure, Loading, PageHead, RouterLink, Tag],
  providers: [OperationsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './operations.page.html',
})
export class OperationsPage {
  protected readonly store = inject(OperationsStore);
  protected readonly t = operationsLabels;
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly dateTime = formatDateTime;
  protected readonly answer = computed(() => {
    const words = this.t();
    if (this.store.isChecking()) return words.checking;
    if (this.store.live() === 'down') return words.noServer;
    if (this.store.ready() === 'down') return words.noDatabase;
    const verification = this.store.verification();
    if (verification === null) return words.unsure;
    return verification.defects.length > 0 ? words.noAudit : words.yes;
  });
  protected readonly answers = computed(() => [
    { name: this.t().server, text: this.t().serverText, health: this.store.live() },
    { name: this.t().database, text: this.t().databaseText, health: this.store.ready() },
  ]);

  protected look(health: Health): readonly ['info' | 'ok' | 'bad', IconName] {
    return LOOKS[health];
  }
}
