import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CreateReading } from '@etatlotse/contracts/council';
import { READING_PATHS, type ReadingPage, type ReadingRow } from '@etatlotse/contracts/council/plain';
import { newIdempotencyKey, query } from '../platform/api';
import { paged } from '../platform/paged';
import { Permissions } from '../platform/permission';
import { Download } from '../ui/download/download';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { ReadingForm } from './reading-form';
import { readingLabels } from './reading.labels';
import { ReadingStore } from './reading.store';

const SHOWN = 25;

/** Readings of budgets, latest meeting first. */
@Component({
  selector: 'et-reading-list-page',
  imports: [Download, Button, Empty, Failure, Loading, PageHead, ReadingForm, RouterLink, Scroll, Tag],
  providers: [ReadingStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './reading-list.page.html',
})
export class ReadingListPage {
  private readonly router = inject(Router);
  private readonly permissions = inject(Permissions);
  protected readonly t = readingLabels;
  protected readonly date = formatDate;
  protected readonly number = formatNumber;
  protected readonly mayWrite = computed(() => this.permissions.has('motion.write'));
  protected readonly isAdding = signal(false);
  private key = newIdempotencyKey();
  protected readonly readings = paged<ReadingRow, ReadingPage>(READING_PATHS.readings, () => query({ limit: SHOWN }));
  protected readonly create = inject(ReadingStore).create;

  protected readonly lead = computed(() => {
    const rows = this.readings.rows();
    if (rows === null) return '';
    const [latest] = rows;
    if (latest === undefined) return this.t().listNone;
    const running = rows.find(({ state }) => state !== 'closed');
    if (running === undefined) return this.t().listLeadClosed(latest.plan.name);
    const { plan, meeting, openMotions } = running;
    return this.t().listLead(plan.name, meeting.body, formatDate(meeting.heldOn), formatNumber(openMotions));
  });

  protected start(): void {
    this.create.clear();
    this.key = newIdempotencyKey();
    this.isAdding.set(true);
  }

  protected async add(body: CreateReading): Promise<void> {
    const made = await this.create.run(body, this.key);
    if (made !== null) await this.router.navigate(['/council/readings', made.id]);
  }
}
