import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { IMPORT_KINDS } from '@etatlotse/contracts/import/plain';
import { isFiscalYear } from '@etatlotse/domain/shared';
import { formatNumber, formatPercent } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Choice, Select } from '../ui/choice/choice';
import { TextField } from '../ui/field/text-field';
import { language } from '../ui/language/language';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Steps } from '../ui/steps/steps';
import { FileDrop } from './file-drop';
import { ImportProgress } from './import-progress';
import { importLabels } from './import.labels';
import { newImportLabels } from './new-import.labels';
import { NewImportStore } from './new-import.store';
import { Upload, UPLOAD } from './upload.store';

/** A file is chosen, sent and checked. What it says is shown on the page of the import. */
@Component({
  selector: 'et-new-import-page',
  imports: [Button, Choice, FileDrop, ImportProgress, Notice, PageHead, RouterLink, Select, Steps, TextField],
  providers: [NewImportStore, UPLOAD],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './new-import.page.html',
})
export class NewImportPage {
  readonly kind = input<string>();
  /** `?pointGroups=true`: the way back from the question what `1.234` means. */
  readonly pointGroups = input<string>();

  protected readonly store = inject(NewImportStore);
  protected readonly upload = inject(Upload);
  private readonly router = inject(Router);
  protected readonly t = newImportLabels;
  protected readonly number = (value: number): string => formatNumber(value);

  protected readonly file = signal<File | null>(null);
  protected readonly profile = signal<string | null>(null);
  protected readonly year = signal('');
  protected readonly doesPointGroup = signal(false);
  protected readonly hasTried = signal(false);

  protected readonly crumbs = computed(() => [
    { label: importLabels().title, link: ['/import'] },
    { label: this.t().title },
  ]);
  protected readonly kinds = computed(() =>
    IMPORT_KINDS.map((value) => ({ value, label: importLabels().kinds[value] })),
  );
  protected readonly profiles = computed(() =>
    this.store.profiles().map(({ code, label }) => ({ value: code, label: label[language()] })),
  );
  protected readonly formats = computed(() =>
    this.store.profiles().map(({ code, label, columns }) => ({ code, name: label[language()], columns })),
  );
  protected readonly fileError = computed(() =>
    this.hasTried() && this.file() === null ? this.t().fileMissing : null,
  );
  private readonly fiscalYear = computed(() => (this.year().trim() === '' ? null : Number(this.year().trim())));
  protected readonly yearError = computed(() => {
    const year = this.fiscalYear();
    return this.hasTried() && year !== null && !isFiscalYear(year) ? this.t().fiscalYearWrong : null;
  });
  /** The day of the first time, when this very file was taken over before. */
  protected readonly takenOn = computed(() => {
    const problem = this.upload.problem();
    const date = problem?.code === 'FILE_ALREADY_IMPORTED' ? problem.parameters['date'] : null;
    return typeof date === 'string' ? date : null;
  });
  protected readonly progress = computed(() => {
    const share = this.upload.share();
    if (share === null) return null;
    const isThere = share >= 1;
    return {
      text: isThere ? this.t().reading : this.t().sending,
      detail: isThere ? '' : formatPercent(share),
      share: isThere ? null : share,
    };
  });

  constructor() {
    effect(() => {
      const kind = IMPORT_KINDS.find((known) => known === this.kind());
      if (kind !== undefined) this.store.kind.set(kind);
    });
    effect(() => this.doesPointGroup.set(this.pointGroups() === 'true'));
  }

  protected choose(kind: string | null): void {
    const known = IMPORT_KINDS.find((value) => value === kind);
    if (known === undefined) return;
    this.store.kind.set(known);
    this.profile.set(null);
  }

  protected async check(event: Event | null, confirmRepeat = false): Promise<void> {
    event?.preventDefault();
    this.hasTried.set(true);
    const file = this.file();
    if (file === null || this.yearError() !== null) return;
    const run = await this.upload.send({
      file,
      kind: this.store.kind(),
      profile: this.profile(),
      fiscalYear: this.store.kind() === 'bookings' ? this.fiscalYear() : null,
      pointGroups: this.doesPointGroup(),
      confirmRepeat,
    });
    if (run !== null) await this.router.navigate(['/import', run.id], { queryParamsHandling: 'preserve' });
  }
}
