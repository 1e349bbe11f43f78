import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { CAPACITY_PATHS, type PostListRow, type PostPage } from '@etatlotse/contracts/capacity/plain';
import { ORGANIZATION_PATHS, type UnitTree } from '@etatlotse/contracts/organization/plain';
import { POST_STATES } from '@etatlotse/domain/capacity';
import { query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { paged } from '../platform/paged';
import { Permissions } from '../platform/permission';
import { Download } from '../ui/download/download';
import { formatFte, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { Control, Field } from '../ui/field/field';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { fteText } from './post-look';
import { PostTable } from './post-table';
import { PostTabs } from './post-tabs';
import { postLabels } from './post.labels';

const NAMED_UNITS = 3;

/** The staffing plan as the address filters it: sums by unit, then post by post. */
@Component({
  selector: 'et-post-list-page',
  imports: [
    Download,
    Button,
    Control,
    Empty,
    Failure,
    Field,
    Loading,
    Notice,
    PageHead,
    PostTable,
    PostTabs,
    RouterLink,
    Scroll,
    Select,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './post-list.page.html',
})
export class PostListPage {
  readonly q = input<string>();
  readonly unit = input<string>();
  readonly state = input<string>();
  private readonly router = inject(Router);
  private readonly permissions = inject(Permissions);
  protected readonly year = inject(FiscalYear).year;
  protected readonly t = computed(() => postLabels().list);
  protected readonly words = postLabels;
  protected readonly fte = fteText;
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly date = formatDate;
  protected readonly mayWrite = computed(() => this.permissions.has('staffing.write'));
  protected readonly mayImport = computed(() => this.permissions.has('import.staffing'));
  protected readonly typed = linkedSignal(() => this.q() ?? '');

  private readonly filters = computed(() =>
    query({ fiscalYear: this.year(), q: this.q(), unitId: this.unit(), state: this.state() }),
  );
  protected readonly list = paged<PostListRow, PostPage>(CAPACITY_PATHS.posts, () => this.filters());
  protected readonly csvUrl = computed(
    () => `${CAPACITY_PATHS.postsCsv}?${new URLSearchParams(this.filters()).toString()}`,
  );
  private readonly tree = httpResource<UnitTree>(() => ORGANIZATION_PATHS.units);
  protected readonly units = computed(() =>
    (this.tree.hasValue() ? this.tree.value().units : []).map(({ id, code, name }) => ({
      value: id,
      label: `${code} ${name}`,
    })),
  );
  protected readonly states = computed(() =>
    POST_STATES.filter((state) => state !== 'ended').map((value) => ({ value, label: postLabels().states[value] })),
  );
  protected readonly totals = computed(() => this.list.first()?.totals ?? null);
  protected readonly lead = computed(() => {
    const page = this.list.first();
    if (!page?.totals || page.totals.posts === 0) return '';
    const { posts, vacant, plannedFte, occupiedFte, availableFte } = page.totals;
    const day = formatDate(page.asOf);
    const words = this.t();
    const free =
      vacant === 0
        ? words.vacantNone(day)
        : vacant === 1
          ? words.vacantOne(day)
          : words.vacant(formatNumber(vacant), day);
    return `${words.lead(formatNumber(posts), formatFte(plannedFte), formatFte(occupiedFte), formatFte(availableFte))} ${free}`;
  });
  protected readonly unitsFinding = computed(() => {
    const free = (this.list.first()?.units ?? []).filter(({ vacant }) => vacant > 0);
    const named = [...free]
      .sort((first, second) => second.vacant - first.vacant)
      .slice(0, NAMED_UNITS)
      .map(({ unit, vacant }) => `${unit.name} (${formatNumber(vacant)})`);
    const more = free.length > named.length ? [...named, '…'] : named;
    return free.length === 0 ? this.t().unitsFindingNone : this.t().unitsFinding(more.join(', '));
  });

  protected filter(name: string, value: string | null): void {
    void this.router.navigate([], { queryParams: { [name]: value }, queryParamsHandling: 'merge' });
  }

  protected search(event: Event): void {
    event.preventDefault();
    this.filter('q', this.typed().trim() || null);
  }

  protected type(event: Event): void {
    this.typed.set((event.target as HTMLInputElement).value);
  }
}
