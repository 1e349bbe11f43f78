import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { ImportProfile } from '@etatlotse/contracts/import/plain';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate, formatDateTime } from '../ui/date/format';
import { Dialog } from '../ui/dialog/dialog';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { importLabels } from './import.labels';
import { profileLabels } from './profile.labels';
import { ProfilesStore } from './profiles.store';

/** The mappings that the city keeps: what they are for, when they were used, and the way to delete one. */
@Component({
  selector: 'et-profiles-page',
  imports: [Button, Dialog, Empty, Failure, Loading, Notice, PageHead, Scroll],
  providers: [ProfilesStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './profiles.page.html',
})
export class ProfilesPage {
  protected readonly store = inject(ProfilesStore);
  protected readonly t = profileLabels;
  protected readonly crumbs = computed(() => [
    { label: importLabels().title, link: ['/import'] },
    { label: this.t().title },
  ]);
  protected readonly answer = computed(() => {
    const count = this.store.rows()?.length ?? 0;
    return count === 0 ? this.t().answerNone : this.t().answer(formatNumber(count), count === 1);
  });
  protected readonly rows = computed(() =>
    (this.store.rows() ?? []).map((profile) => ({
      profile,
      kind: importLabels().kinds[profile.kind],
      columns: formatNumber(profile.columns.length),
      lastUsed: profile.lastUsedAt === null ? this.t().never : formatDateTime(profile.lastUsedAt),
      created: this.t().createdBy(formatDate(profile.createdAt), profile.createdByName),
      automatic: profile.isAutomatic ? this.t().automaticYes(profile.ownerName ?? '') : this.t().automaticNo,
    })),
  );
  protected readonly asking = signal<ImportProfile | null>(null);
  protected readonly refusal = computed(() => this.store.remove.problem() ?? this.store.change.problem());

  protected async remove(profile: ImportProfile): Promise<void> {
    this.asking.set(null);
    if ((await this.store.remove.run(profile)) !== null) this.store.reload();
  }

  protected async setAutomatic(profile: ImportProfile, isAutomatic: boolean): Promise<void> {
    if ((await this.store.change.run(profile, isAutomatic)) !== null) this.store.reload();
  }
}
