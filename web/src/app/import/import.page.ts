import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { IMPORT_KINDS, type ImportStateCode } from '@etatlotse/contracts/import/plain';
import { language } from '../ui/language/language';
import { SessionStore } from '../platform/session.store';
import { formatNumber, formatPercent } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Choice, Select } from '../ui/choice/choice';
import { formatDateTime } from '../ui/date/format';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { formatBytes } from './file-size';
import { STATE_LOOKS, type StateLook } from './import-state';
import { importLabels } from './import.labels';
import { ImportStore } from './import.store';

/** Choose a file, have it checked; and every import there was. */
@Component({
  selector: 'et-import-page',
  imports: [Button, Choice, Empty, Failure, Loading, Notice, PageHead, RouterLink, Scroll, Select, Tag],
  providers: [ImportStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './import.page.html',
})
export class ImportPage {
  protected readonly store = inject(ImportStore);
  protected readonly t = importLabels;
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);

  protected readonly file = signal<File | null>(null);
  protected readonly kind = signal<string>('plan_lines');
  protected readonly profile = signal<string | null>(null);
  protected readonly pointGroups = signal(false);
  protected readonly repeat = signal(false);
  protected readonly isOver = signal(false);
  protected readonly isMissing = signal(false);

  protected readonly mayRun = computed(() => this.session.has('finance'));
  protected readonly kinds = computed(() => IMPORT_KINDS.map((value) => ({ value, label: this.t().kinds[value] })));
  protected readonly profiles = computed(() =>
    this.store
      .profiles()
      .filter(({ kinds }) => kinds.some((kind) => kind === this.kind()))
      .map(({ code, label }) => ({ value: code, label: label[language()] })),
  );
  protected readonly isPointAsked = computed(
    () => this.store.problem()?.code === 'AMOUNT_AMBIGUOUS' || this.pointGroups(),
  );
  protected readonly dateTime = formatDateTime;
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly percent = (share: number): string => formatPercent(share);
  protected readonly sizeOf = (file: File): string => formatBytes(file.size);
  protected readonly tagOf = (state: ImportStateCode): StateLook => STATE_LOOKS[state];

  protected pick(input: HTMLInputElement): void {
    this.file.set(input.files?.[0] ?? null);
    this.isMissing.set(false);
  }

  protected over(event: DragEvent, isOver: boolean): void {
    event.preventDefault();
    this.isOver.set(isOver);
  }

  protected drop(event: DragEvent): void {
    this.over(event, false);
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) this.file.set(file);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const file = this.file();
    this.isMissing.set(file === null);
    if (file === null) return;
    const profile = this.profile();
    const run = await this.store.upload(file, {
      kind: this.kind(),
      ...(profile === null ? {} : { profile }),
      pointGroups: this.pointGroups(),
      confirmRepeat: this.repeat(),
    });
    if (run !== null) await this.router.navigate(['/import', run.id], { queryParamsHandling: 'preserve' });
  }
}
