import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { SplitKeyRow, SplitKeyVersion } from '@etatlotse/contracts/site/plain';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { Toasts } from '../ui/toast/toasts';
import { decisionText, partText, shareText } from './site-look';
import { SiteTabs } from './site-tabs';
import { siteLabels } from './site.labels';
import { SplitKeyForm, type TypedKey } from './split-key-form';
import { SplitKeyStore } from './split-key.store';

/** Split keys: what each network and frame bears, and whether the decision is there. */
@Component({
  selector: 'et-split-key-list-page',
  imports: [Button, Empty, Failure, Loading, PageHead, Scroll, SiteTabs, SplitKeyForm, Tag],
  providers: [SplitKeyStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './split-key-list.page.html',
})
export class SplitKeyListPage {
  protected readonly store = inject(SplitKeyStore);
  private readonly toasts = inject(Toasts);
  protected readonly t = computed(() => siteLabels().keys);
  protected readonly words = siteLabels;
  protected readonly part = partText;
  protected readonly share = shareText;
  protected readonly decided = decisionText;
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly editing = signal<{ readonly splitKey: SplitKeyRow | null } | null>(null);
  protected readonly lead = computed(() => {
    const keys = this.store.keys() ?? [];
    if (keys.length === 0) return '';
    const open = keys.filter(({ needsDecision }) => needsDecision).length;
    return [this.t().lead(formatNumber(keys.length)), open === 0 ? '' : this.t().leadOpen(formatNumber(open))]
      .filter((sentence) => sentence !== '')
      .join(' ');
  });

  protected earlier({ history }: SplitKeyRow): readonly SplitKeyVersion[] {
    return history.slice(1);
  }

  protected versionText({ version, recordedBy, parts }: SplitKeyVersion): string {
    const shares = parts.map((part) => `${partText(part)} ${shareText(part.shareBasisPoints)}`).join('; ');
    return `${this.t().version(String(version), recordedBy ?? siteLabels().demo)}: ${shares}`;
  }

  protected edit(splitKey: SplitKeyRow | null): void {
    this.store.save.clear();
    this.editing.set({ splitKey });
  }

  protected async save({ splitKey, reason }: TypedKey): Promise<void> {
    const saved = await this.store.save.run(splitKey, this.editing()?.splitKey ?? null, reason);
    this.store.reload();
    if (saved === null) return;
    this.toasts.show(this.t().saved);
    this.editing.set(null);
  }
}
