import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { COUNCIL_PATHS, type MeetingPage } from '@etatlotse/contracts/council/plain';
import { SNAPSHOT_PATHS, type SnapshotPage, type SnapshotRow } from '@etatlotse/contracts/snapshot/plain';
import { newIdempotencyKey, query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { paged } from '../platform/paged';
import { Permissions } from '../platform/permission';
import { Download } from '../ui/download/download';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { DateField } from '../ui/field/date-field';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { Toasts } from '../ui/toast/toasts';
import { FreezeForm, type Frozen } from './freeze-form';
import { PaperStore } from './paper.store';
import { snapshotLabels } from './snapshot.labels';

const SHOWN = 25;

/** Every snapshot that was released, and the way to what was known on a day. */
@Component({
  selector: 'et-snapshots-page',
  imports: [Download, Button, DateField, Empty, Failure, FreezeForm, Loading, PageHead, RouterLink, Scroll, Tag],
  providers: [PaperStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './snapshots.page.html',
})
export class SnapshotsPage {
  private readonly store = inject(PaperStore);
  private readonly fiscalYear = inject(FiscalYear);
  private readonly permissions = inject(Permissions);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly t = snapshotLabels;
  protected readonly date = formatDate;
  protected readonly year = this.fiscalYear.year;
  protected readonly mayFreeze = computed(() => this.permissions.has('release.prepare'));
  private readonly seesMeetings = computed(() => this.permissions.has('council.read'));
  protected readonly day = signal<string | null>(null);
  protected readonly isFreezing = signal(false);
  private key = newIdempotencyKey();

  protected readonly snapshots = paged<SnapshotRow, SnapshotPage>(SNAPSHOT_PATHS.snapshots, () =>
    query({ fiscalYear: this.year(), limit: SHOWN }),
  );
  private readonly coming = httpResource<MeetingPage>(() =>
    this.seesMeetings() ? { url: COUNCIL_PATHS.meetings, params: { limit: 30 } } : undefined,
  );
  private readonly past = httpResource<MeetingPage>(() =>
    this.seesMeetings() ? { url: COUNCIL_PATHS.meetings, params: { limit: 30, past: true } } : undefined,
  );
  protected readonly meetings = computed(() =>
    [this.coming, this.past]
      .flatMap((resource) => (resource.hasValue() ? resource.value().rows : []))
      .filter(({ cancelledOn }) => cancelledOn === null),
  );
  protected readonly lead = computed(() => {
    const rows = this.snapshots.rows();
    if (rows === null) return '';
    const released = rows.filter(({ state }) => state === 'released').length;
    return released === 0 ? this.t().leadNone : this.t().lead(formatNumber(released));
  });
  protected readonly freezing = this.store.freeze;

  protected open(): void {
    this.key = newIdempotencyKey();
    this.freezing.clear();
    this.isFreezing.set(true);
  }

  protected async lookUp(event: Event): Promise<void> {
    event.preventDefault();
    const knownOn = this.day();
    if (knownOn === null) return;
    await this.router.navigate(['/dashboard/released'], { queryParams: { knownOn, year: knownOn.slice(0, 4) } });
  }

  protected async freeze(body: Frozen): Promise<void> {
    if ((await this.freezing.run(body, this.key)) === null) return;
    this.isFreezing.set(false);
    this.toasts.show(this.t().form.saved);
    this.snapshots.reload();
  }
}
