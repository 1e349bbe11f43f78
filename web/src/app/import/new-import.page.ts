import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { IMPORT_KINDS, type ImportKind } from '@etatlotse/contracts/import/plain';
import { isFiscalYear } from '@etatlotse/domain/shared';
import { SessionStore } from '../platform/session.store';
import { formatNumber, formatPercent } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { FileDrop } from '../ui/file-drop/file-drop';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Progress } from '../ui/progress/progress';
import { Steps } from '../ui/steps/steps';
import { ChosenFiles } from './chosen-files';
import { ImportRights } from './import-rights';
import { fileSize } from './import-words';
import { importLabels } from './import.labels';
import { newImportLabels } from './new-import.labels';
import { ProfilesStore } from './profiles.store';
import { isBatch, Upload, UPLOAD } from './upload.store';

const READABLE = /\.(csv|txt|tsv|xlsx|xlsm|zip)$/i;

/** Files are chosen, sent and checked. What they say is shown on the page of the import or of the batch. */
@Component({
  selector: 'et-new-import-page',
  imports: [Button, ChosenFiles, DateField, FileDrop, Notice, PageHead, Progress, RouterLink, Select, Steps, TextField],
  providers: [ProfilesStore, UPLOAD],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './new-import.page.html',
})
export class NewImportPage {
  /** `?kind=bookings`: what the file holds, where the way here knows it. */
  readonly kind = input<string>();

  private readonly saved = inject(ProfilesStore);
  protected readonly rights = inject(ImportRights);
  protected readonly upload = inject(Upload);
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  protected readonly t = newImportLabels;

  protected readonly files = signal<readonly File[]>([]);
  protected readonly saidKind = signal<string | null>(null);
  protected readonly profile = signal<string | null>(null);
  protected readonly year = signal('');
  protected readonly bookedOn = signal<string | null>(null);
  private readonly hasTried = signal(false);

  protected readonly crumbs = computed(() => [
    { label: importLabels().title, link: ['/import'] },
    { label: this.t().title },
  ]);
  protected readonly kinds = computed(() =>
    this.rights.kinds().map((value) => ({ value, label: importLabels().kinds[value] })),
  );
  /** Who may bring in one kind only need not say which. */
  private readonly onlyKind = computed(
    () => (this.rights.kinds().length === 1 ? this.rights.kinds()[0] : null) ?? null,
  );
  protected readonly mayBring = computed(() => {
    const kinds = this.kinds().map(({ label }) => label);
    return this.rights.seesAll() ? null : this.t().mayBring(kinds.join(', '), this.session.has('department_head'));
  });
  protected readonly profiles = computed(() =>
    (this.saved.rows() ?? []).map(({ name, sourceSystem }) => ({ value: name, label: `${name} (${sourceSystem})` })),
  );
  protected readonly isBatch = computed(() => isBatch(this.files()));
  protected readonly sum = computed(() => {
    const files = this.files();
    const size = fileSize(files.reduce((bytes, file) => bytes + file.size, 0));
    return files.length > 1 ? this.t().chosenSum(formatNumber(files.length), size) : '';
  });
  protected readonly checkText = computed(() => {
    const count = this.files().length;
    if (count > 1) return this.t().checkMany(formatNumber(count));
    return this.isBatch() ? this.t().checkArchive : this.t().check;
  });
  protected readonly filesHint = computed(() => {
    const limits = this.upload.limits();
    const { filesHint, limit } = this.t();
    return limits === null
      ? filesHint
      : `${filesHint} ${limit(fileSize(limits.fileBytes), formatNumber(limits.files))}`;
  });
  protected readonly fileError = computed(() => {
    const foreign = this.files().find(({ name }) => !READABLE.test(name));
    if (foreign !== undefined) return this.t().foreign(foreign.name);
    const limit = this.upload.limits()?.fileBytes ?? Infinity;
    const large = this.files().find(({ size }) => size > limit);
    if (large !== undefined) return this.t().tooLarge(large.name, fileSize(large.size), fileSize(limit));
    return this.hasTried() && this.files().length === 0 ? this.t().fileMissing : null;
  });
  private readonly fiscalYear = computed(() => (this.year().trim() === '' ? null : Number(this.year().trim())));
  protected readonly yearError = computed(() => {
    const year = this.fiscalYear();
    return this.hasTried() && year !== null && !isFiscalYear(year) ? this.t().fiscalYearWrong : null;
  });
  /** The very file that was taken over before, and the day of it. */
  protected readonly again = computed(() => {
    const problem = this.upload.problem();
    const date = problem?.code === 'FILE_ALREADY_IMPORTED' ? problem.parameters['date'] : null;
    if (typeof date !== 'string') return null;
    const name = problem?.parameters['fileName'];
    return this.t().again(typeof name === 'string' && this.isBatch() ? name : null, date);
  });
  protected readonly progress = computed(() => {
    const share = this.upload.share();
    if (share === null) return null;
    const isThere = share >= 1;
    const isOne = !this.isBatch();
    const words = this.t();
    const text = isThere ? (isOne ? words.reading : words.readingMany) : isOne ? words.sending : words.sendingMany;
    return { text, detail: isThere ? '' : formatPercent(share), share: isThere ? null : share };
  });

  constructor() {
    effect(() => this.saidKind.set(knownKind(this.kind() ?? null) ?? this.onlyKind()));
  }

  protected add(files: readonly File[]): void {
    const known = new Set(this.files().map(nameOf));
    this.files.update((before) => [...before, ...files.filter((file) => !known.has(nameOf(file)))]);
    this.upload.problem.set(null);
  }

  protected remove(file: File): void {
    this.files.update((files) => files.filter((other) => other !== file));
    this.upload.problem.set(null);
  }

  protected async check(event: Event | null, confirmRepeat = false): Promise<void> {
    event?.preventDefault();
    this.hasTried.set(true);
    if (this.fileError() !== null || this.yearError() !== null) return;
    const isOne = !this.isBatch();
    const arrival = await this.upload.send({
      files: this.files(),
      kind: knownKind(this.saidKind()),
      profile: isOne ? this.profile() : null,
      fiscalYear: isOne ? this.fiscalYear() : null,
      bookedOn: isOne ? this.bookedOn() : null,
      confirmRepeat,
    });
    if (arrival === null) return;
    const path = arrival.kind === 'batch' ? ['/import/batches', arrival.id] : ['/import', arrival.id];
    await this.router.navigate(path, { queryParams: { kind: null }, queryParamsHandling: 'merge' });
  }
}

const nameOf = ({ name, size, lastModified }: File): string => `${name}|${size}|${lastModified}`;

function knownKind(kind: string | null): ImportKind | null {
  return IMPORT_KINDS.find((known) => known === kind) ?? null;
}
