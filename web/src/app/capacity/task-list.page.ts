import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { CAPACITY_PATHS, TASK_FILTERS, type TaskListRow } from '@etatlotse/contracts/capacity/plain';
import { ORGANIZATION_PATHS, type UnitTree } from '@etatlotse/contracts/organization/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { paged } from '../platform/paged';
import { Permissions } from '../platform/permission';
import { Download } from '../ui/download/download';
import { formatFte, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { Control, Field } from '../ui/field/field';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { TaskTable } from './task-table';
import { taskLabels } from './task.labels';

/** Tasks as the address filters them: what each needs and has in the year, and how its minutes are known. */
@Component({
  selector: 'et-task-list-page',
  imports: [Download, Button, Control, Empty, Failure, Field, Loading, PageHead, RouterLink, Select, TaskTable],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './task-list.page.html',
})
export class TaskListPage {
  readonly q = input<string>();
  readonly unit = input<string>();
  readonly only = input<string>();
  private readonly router = inject(Router);
  private readonly permissions = inject(Permissions);
  protected readonly year = inject(FiscalYear).year;
  protected readonly t = computed(() => taskLabels().list);
  protected readonly words = taskLabels;
  protected readonly mayWrite = computed(() => this.permissions.has('capacity.write'));
  protected readonly mayImport = computed(() => this.permissions.has('import.volumes'));
  protected readonly typed = linkedSignal(() => this.q() ?? '');

  private readonly filters = computed(() =>
    query({ fiscalYear: this.year(), q: this.q(), unitId: this.unit(), only: this.only() }),
  );
  protected readonly list = paged<TaskListRow, Page<TaskListRow>>(CAPACITY_PATHS.tasks, () => this.filters());
  protected readonly csvUrl = computed(
    () => `${CAPACITY_PATHS.taskCsv}?${new URLSearchParams(this.filters()).toString()}`,
  );
  private readonly tree = httpResource<UnitTree>(() => ORGANIZATION_PATHS.units);
  protected readonly units = computed(() =>
    (this.tree.hasValue() ? this.tree.value().units : []).map(({ id, code, name }) => ({
      value: id,
      label: `${code} ${name}`,
    })),
  );
  protected readonly filterOptions = computed(() =>
    TASK_FILTERS.map((value) => ({ value, label: this.t().filters[value] })),
  );

  protected readonly lead = computed(() => {
    const rows = this.list.rows();
    if (rows === null || rows.length === 0) return '';
    const words = this.t();
    const known = rows.filter(({ year }) => year.requiredFte !== null && year.unknownMonths === 0);
    const required = known.reduce((sum, { year }) => sum + (year.requiredFte ?? 0), 0);
    const short = known.filter(({ year }) => year.gapFte !== null && year.gapFte < 0).length;
    const open = rows.length - known.length;
    const count = known.length === 1 ? words.leadTaskOne : words.leadTasks(formatNumber(known.length));
    const shortText =
      short === 0 ? words.leadEnough : short === 1 ? words.leadShortOne : words.leadShort(formatNumber(short));
    return [
      known.length === 0 ? '' : words.lead(count, formatFte(required), shortText),
      open === 0 ? '' : open === 1 ? words.leadUnknownOne : words.leadUnknown(formatNumber(open)),
      this.list.hasMore() ? words.leadPage : '',
    ]
      .filter((sentence) => sentence !== '')
      .join(' ');
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
