import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ProjectRow } from '@etatlotse/contracts/project/plain';
import { FiscalYear } from '../platform/fiscal-year';
import { Download } from '../ui/download/download';
import { Amount } from '../ui/amount/amount';
import { formatNumber, formatWholeEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Choice, Select } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { TextField } from '../ui/field/text-field';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { ProjectBubbles } from './project-bubbles';
import { projectListLabels } from './project-list.labels';
import { ProjectFlowsView } from './project-flows';
import { ProjectListStore } from './project-list.store';
import { STATUS_LOOKS } from './project-look';
import { ProjectTimeline } from './project-timeline';
import { daysText, projectLabels } from './project.labels';

const VIEWS = ['table', 'timeline', 'rates', 'flow'] as const;
const SEARCH_AFTER_MS = 300;

/** The portfolio: how every project stands by rule, what it cost against its plan, and how old that is. */
@Component({
  selector: 'et-project-list-page',
  imports: [
    Download,
    Amount,
    Button,
    Choice,
    Empty,
    Failure,
    Loading,
    PageHead,
    ProjectBubbles,
    ProjectFlowsView,
    ProjectTimeline,
    RouterLink,
    Scroll,
    Select,
    Tag,
    TextField,
  ],
  providers: [ProjectListStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './project-list.page.html',
})
export class ProjectListPage {
  /** Of the address. */
  readonly below = input<string>();
  readonly view = input<string>();
  readonly closed = input<string>();
  readonly q = input<string>();
  readonly stale = input<string>();
  protected readonly store = inject(ProjectListStore);
  private readonly router = inject(Router);
  protected readonly t = projectListLabels;
  protected readonly words = projectLabels;
  protected readonly statusLooks = STATUS_LOOKS;
  protected readonly date = formatDate;
  protected readonly year = inject(FiscalYear).year;
  protected readonly typed = signal('');
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected readonly shown = computed(() => VIEWS.find((one) => one === this.view()) ?? 'table');
  protected readonly views = computed(() => VIEWS.map((value) => ({ value, label: this.t().views[value] })));
  protected readonly closedChoices = computed(() => [
    { value: 'no', label: this.t().open },
    { value: 'yes', label: this.t().openAndClosed },
  ]);
  protected readonly programmes = computed(() =>
    this.store.parents().map(({ id, name, level }) => ({ value: id, label: `${this.words().levels[level]}: ${name}` })),
  );
  protected readonly isFiltered = computed(() => Boolean(this.below() || this.q() || this.closed() || this.stale()));
  protected readonly lead = computed(() => {
    const summary = this.store.summary();
    const t = this.t();
    if (summary === null) return '';
    if (summary.projects === 0) return t.leadNone;
    const { red, yellow, unknown } = summary.byStatus;
    const { actualCents, earnedValueCents, bacCents } = summary.earned;
    return [
      t.lead(formatNumber(red), formatNumber(yellow), formatNumber(summary.projects)),
      ...(bacCents === 0 ? [] : [t.leadMoney(formatWholeEuro(actualCents), formatWholeEuro(earnedValueCents))]),
      ...(unknown === 0 ? [] : [t.leadUnknown(formatNumber(unknown))]),
      ...(summary.stale === 0 ? [] : [t.leadStale(formatNumber(summary.stale), formatNumber(summary.reportDays))]),
    ].join(' ');
  });

  constructor() {
    effect(() => {
      this.store.parentId.set(this.below());
      this.store.words.set(this.q());
      this.store.withClosed.set(this.closed() === 'yes');
      this.store.onlyStale.set(this.stale() === 'yes');
      this.typed.set(this.q() ?? '');
    });
  }

  protected go(queryParams: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected search(text: string): void {
    this.typed.set(text);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.go({ q: text.trim() === '' ? null : text.trim() }), SEARCH_AFTER_MS);
  }

  protected days(count: number): string {
    return daysText(count, formatNumber(count));
  }

  protected detailOf({ key, phase, state }: ProjectRow): string {
    const { phases, states } = this.words();
    return [key, phases[phase], state === 'running' ? '' : states[state]].filter((part) => part !== '').join(', ');
  }

  /** How the plan in force differs from what was first promised. */
  protected against(row: ProjectRow): string {
    if (row.baselines === 0) return this.t().noBaseline;
    return row.baselines === 1 ? this.t().firstBaseline : this.t().moved(formatNumber(row.baselines));
  }

  protected moreCents(row: ProjectRow): number | null {
    if (row.baselines < 2 || row.earned === null || row.originalBudgetCents === null) return null;
    return row.earned.bacCents - row.originalBudgetCents;
  }
}
