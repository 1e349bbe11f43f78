import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { EXTRA_COVER_KINDS, type ExtraCoverKind } from '@etatlotse/domain/authority';
import { ruleLabels } from '../platform/rule.labels';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { formatTime } from '../ui/date/format';
import { AmountField } from '../ui/field/amount-field';
import { ErrorSummary } from '../ui/field/error-summary';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { type Crumb, PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { ExtraCoverTable } from './extra-cover-table';
import { ExtraDraftStore } from './extra-draft.store';
import { ExtraFigures } from './extra-figures';
import { extraFormLabels } from './extra-form.labels';
import { type CoverRow, ExtraFormStore, type ItemRow } from './extra-form.store';
import { missingSentences } from './extra-missing';
import { extraLabels } from './extra.labels';
import { LinePicker } from './line-picker';

/** The form of a request with what it comes to beside it; a draft that saves itself, submitted from its own page. */
@Component({
  selector: 'et-extra-form-page',
  imports: [
    AmountField,
    Button,
    Choice,
    ErrorSummary,
    ExtraCoverTable,
    ExtraFigures,
    LinePicker,
    Failure,
    Loading,
    Notice,
    PageHead,
    RouterLink,
    TextField,
  ],
  providers: [ExtraFormStore, ExtraDraftStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './extra-form.page.html',
})
export class ExtraFormPage {
  /** `/authority/extra/:id/edit`; left out for a new request. */
  readonly id = input<string>();
  /** `?draft=`: a new request since its first save, so that the page reloads to what is stored. */
  readonly draft = input<string>();
  /** `?line=` and `?amountCents=` from a refused booking or the page of a line. */
  readonly line = input<string>();
  readonly amountCents = input<string>();
  protected readonly store = inject(ExtraFormStore);
  protected readonly saved = inject(ExtraDraftStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly t = extraFormLabels;
  protected readonly words = extraLabels;
  protected readonly hasTried = signal(false);

  protected readonly crumbs = computed<readonly Crumb[]>(() => [
    { label: this.words().title, link: ['/authority/extra'] },
    {
      label:
        this.saved.request() === null ? this.words().add : this.words().request(this.saved.request()?.number ?? ''),
    },
  ]);
  protected readonly kinds = computed(() =>
    EXTRA_COVER_KINDS.map((value) => ({ value, label: this.words().covers[value] })),
  );
  protected readonly yesNo = computed(() => [
    { value: 'yes', label: this.t().yes },
    { value: 'no', label: this.t().no },
  ]);
  protected readonly isLocked = computed(() => {
    const request = this.saved.request();
    return request !== null && !request.deeds.includes('change');
  });
  protected readonly missing = computed(() => missingSentences(this.store.assessment()?.missing ?? []));
  protected readonly decides = computed(() => {
    const level = this.store.assessment()?.requiredLevel;
    return level === undefined ? '' : this.t().decides(ruleLabels().deciders[level]);
  });
  /** What of the form the server holds. */
  protected readonly saveState = computed(() => {
    const { state } = this.t();
    if (this.saved.isSaving()) return state.saving;
    if (this.store.content() === null) return state.incomplete;
    if (this.saved.isWaiting()) return state.waiting;
    const savedAtMs = this.saved.savedAtMs();
    if (savedAtMs === null) return state.idle;
    const time = formatTime(new Date(savedAtMs).toISOString());
    return this.store.hasHalfRows() ? state.savedPartly(time) : state.saved(time);
  });
  protected readonly mistakes = computed(() => {
    if (!this.hasTried()) return [];
    const rows = [...this.store.items(), ...this.store.covers()];
    return [
      ...(this.store.subject().trim() === '' ? [this.t().subjectMissing] : []),
      ...(rows.some((row) => this.isLineMissing(row)) ? [this.t().lineMissing] : []),
      ...(rows.some((row) => this.isAmountMissing(row)) ? [this.t().amountMissing] : []),
    ];
  });

  constructor() {
    effect(() => {
      const id = this.id() ?? this.draft();
      if (id !== undefined) this.saved.id.set(id);
    });
    effect(() => {
      const id = this.saved.id();
      if (id !== null && this.id() === undefined && this.draft() !== id) this.keepInAddress(id);
    });
    effect(() => {
      const cents = Number(this.amountCents() ?? 'none');
      if (this.id() !== undefined || this.draft() !== undefined) return;
      this.store.prefill.set({
        line: this.line(),
        amountCents: Number.isSafeInteger(cents) && cents > 0 ? cents : null,
      });
    });
  }

  protected pickKind(key: number, kind: string | null): void {
    const known = EXTRA_COVER_KINDS.find((one): one is ExtraCoverKind => one === kind);
    if (known !== undefined)
      this.store.setCover(key, known === 'next_year' ? { kind: known, line: null } : { kind: known });
  }

  protected isLineMissing(row: ItemRow | CoverRow): boolean {
    return row.line === null && !('kind' in row && row.kind === 'next_year');
  }

  protected isAmountMissing(row: ItemRow): boolean {
    return (row.amountCents ?? 0) <= 0;
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    if (this.mistakes().length > 0) return;
    const id = await this.saved.save();
    if (id === null) return;
    this.toasts.show(this.t().saved);
    await this.router.navigate(['/authority/extra', id], {
      queryParams: { ...FORM_ONLY, draft: null },
      queryParamsHandling: 'merge',
    });
  }

  /** The page stays where it is, and whoever types keeps their place. */
  private keepInAddress(draft: string): void {
    const queryParams = { ...FORM_ONLY, draft };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }
}

/** What filled the form in and is done with. */
const FORM_ONLY = { line: null, amountCents: null } as const;
