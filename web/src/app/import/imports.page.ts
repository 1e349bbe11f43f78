import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { IMPORT_KINDS, IMPORT_STATES, type ImportListRow } from '@etatlotse/contracts/import/plain';
import { isPlainDate } from '@etatlotse/domain/shared';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { formatDateTime } from '../ui/date/format';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { ImportRights } from './import-rights';
import { ImportSourcesPanel } from './import-sources';
import { ImportState } from './import-state';
import { importLabels } from './import.labels';
import { ImportsStore } from './imports.store';
import { groupedRuns } from './run-rows';

const NAME_MAX = 100;

/** What has been brought in so far, how each source system stands, and the way to the next file. */
@Component({
  selector: 'et-imports-page',
  imports: [
    Button,
    DateField,
    Empty,
    Failure,
    ImportSourcesPanel,
    ImportState,
    Loading,
    PageHead,
    RouterLink,
    Scroll,
    Select,
    Tag,
    TextField,
  ],
  providers: [ImportsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './imports.page.html',
})
export class ImportsPage {
  /** What the list is narrowed to, from the address. */
  readonly kind = input<string>();
  readonly state = input<string>();
  readonly by = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();

  protected readonly store = inject(ImportsStore);
  private readonly router = inject(Router);
  protected readonly rights = inject(ImportRights);
  protected readonly t = importLabels;
  protected readonly dateTime = formatDateTime;
  protected readonly lines = computed(() => groupedRuns(this.store.rows() ?? []));
  protected readonly chosenKind = computed(() => IMPORT_KINDS.find((kind) => kind === this.kind()) ?? null);
  protected readonly chosenState = computed(() => IMPORT_STATES.find((state) => state === this.state()) ?? null);
  protected readonly states = computed(() => IMPORT_STATES.map((value) => ({ value, label: this.t().states[value] })));
  private readonly shownKinds = computed(() => (this.rights.seesAll() ? IMPORT_KINDS : this.rights.kinds()));
  protected readonly kinds = computed(() =>
    this.shownKinds().map((value) => ({ value, label: this.t().kinds[value] })),
  );
  protected readonly answer = computed(() => {
    const committed = this.store.committed();
    if (committed === 0) return this.t().answerNone;
    return committed === 1 ? this.t().answerOne : this.t().answer(formatNumber(committed));
  });
  protected readonly waiting = computed(() => {
    const waiting = this.store.waiting();
    if (waiting === 0 || !this.store.mayRun()) return '';
    return waiting === 1 ? this.t().waitingOne : this.t().waiting(formatNumber(waiting));
  });

  protected readonly emptyHint = computed(() => {
    if (!this.store.mayRun()) return this.t().emptyReader;
    const kinds = this.kinds().map(({ label }) => label);
    return this.rights.seesAll() ? this.t().emptyHint : this.t().emptyHintOwn(kinds.join(', '));
  });

  constructor() {
    effect(() =>
      this.store.view.set({
        kind: this.chosenKind(),
        state: this.chosenState(),
        by: this.by()?.trim().slice(0, NAME_MAX) || null,
        from: dayOf(this.from()),
        to: dayOf(this.to()),
      }),
    );
  }

  protected set(name: string, value: string | null): void {
    const queryParams = { [name]: value === '' ? null : value };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected clear(): void {
    const none = { kind: null, state: null, by: null, from: null, to: null };
    void this.router.navigate([], { queryParams: none, queryParamsHandling: 'merge' });
  }

  protected day(value: string | undefined): string | null {
    return dayOf(value);
  }

  protected rowsOf(rows: number): string {
    return rows === 0 ? '–' : formatNumber(rows);
  }

  protected kindOf({ kind }: ImportListRow): string {
    return kind === null ? this.t().kindUnknown : this.t().kinds[kind];
  }

  protected isAsked({ state, counts }: ImportListRow): boolean {
    return state === 'previewed' && (counts?.questions ?? 0) > 0;
  }
}

const dayOf = (value: string | undefined): string | null => (value !== undefined && isPlainDate(value) ? value : null);
