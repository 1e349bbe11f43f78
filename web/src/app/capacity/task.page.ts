import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CreateDriver, SaveStock } from '@etatlotse/contracts/capacity';
import { type DriverRow, MICROS } from '@etatlotse/contracts/capacity/plain';
import { newIdempotencyKey } from '../platform/api';
import { Clock } from '../platform/clock';
import { FiscalYear } from '../platform/fiscal-year';
import { Permissions } from '../platform/permission';
import { formatNumber, formatPercent } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { type Fact, Facts } from '../ui/facts/facts';
import { Notice } from '../ui/notice/notice';
import { PageHead, Stand } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { TaskBacklog } from './task-backlog';
import { TaskDriverForm } from './task-driver-form';
import { TaskDrivers } from './task-drivers';
import { minutesText } from './task-look';
import { TaskNeed } from './task-need';
import { taskPageLabels } from './task-page.labels';
import { taskRecordLabels } from './task-record.labels';
import { taskSentence } from './task-sentence';
import { TaskStockForm } from './task-stock-form';
import { TaskVolumes } from './task-volumes';
import { taskLabels } from './task.labels';
import { TaskStore } from './task.store';

/** One task: one sentence, then numbers, need, backlog, and what moves them. */
@Component({
  selector: 'et-task-page',
  imports: [
    Button,
    Facts,
    Failure,
    Loading,
    Notice,
    PageHead,
    RouterLink,
    Stand,
    TaskBacklog,
    TaskDriverForm,
    TaskDrivers,
    TaskNeed,
    TaskStockForm,
    TaskVolumes,
  ],
  providers: [TaskStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './task.page.html',
})
export class TaskPage {
  readonly taskId = input.required<string>();
  protected readonly store = inject(TaskStore);
  private readonly permissions = inject(Permissions);
  private readonly toasts = inject(Toasts);
  protected readonly year = inject(FiscalYear).year;
  protected readonly today = new Date(inject(Clock).nowMs()).toISOString().slice(0, 10);
  protected readonly t = taskPageLabels;
  protected readonly words = taskLabels;
  protected readonly isCounting = signal(false);
  protected readonly isDriving = signal(false);
  private key = newIdempotencyKey();

  protected readonly mayWrite = computed(() => this.permissions.has('capacity.write'));
  protected readonly crumbs = computed(() => [
    { label: taskLabels().title, link: ['/capacity/tasks'] },
    { label: this.store.task()?.name ?? '' },
  ]);
  protected readonly lead = computed(() => {
    const [task, outlook] = [this.store.task(), this.store.outlook()];
    return task === null || outlook === null ? '' : taskSentence(task, outlook, this.today);
  });
  protected readonly driverProblem = computed(
    () => this.store.addDriver.problem() ?? this.store.changeDriver.problem() ?? this.store.removeDriver.problem(),
  );
  protected readonly facts = computed((): Fact[] => {
    const task = this.store.task();
    if (task === null) return [];
    const [t, words] = [this.t().fact, this.words()];
    const { allowanceBasis, allowanceMicros, goLive } = task;
    const isCases = task.kind === 'cases';
    return [
      { term: t.unit, text: `${task.unit.code} ${task.unit.name}` },
      ...(task.product === '' ? [] : [{ term: t.product, text: task.product }]),
      { term: t.kind, text: words.kinds[task.kind] },
      ...(isCases
        ? [{ term: t.base, text: task.baseSeconds === null ? null : words.minutes(minutesText(task.baseSeconds)) }]
        : []),
      ...(task.recoverySeconds > 0
        ? [{ term: t.recovery, text: words.minutes(minutesText(task.recoverySeconds)) }]
        : []),
      { term: t.method, text: words.methods[task.method] },
      ...(task.method === 'not_surveyed'
        ? []
        : [{ term: t.surveyedOn, text: task.surveyedOn === null ? null : formatDate(task.surveyedOn) }]),
      ...(task.sampleCases === null ? [] : [{ term: t.sample, text: words.cases(formatNumber(task.sampleCases)) }]),
      ...(task.source === '' ? [] : [{ term: t.source, text: task.source }]),
      {
        term: t.allowance,
        text:
          allowanceBasis === null
            ? t.allowanceCity
            : `${formatPercent((allowanceMicros ?? 0) / MICROS, 2)} ${words.bases[allowanceBasis]}`,
      },
      ...(isCases
        ? [{ term: t.deadline, text: task.deadline === null ? words.noDeadline : words.deadlines[task.deadline] }]
        : []),
      ...(goLive === null
        ? []
        : [
            {
              term: t.goLive,
              text: t.goLiveText(goLive.milestone, formatDate(goLive.goLiveOn)),
              ...(goLive.project === null ? {} : { link: ['/projects', goLive.project.id] }),
            },
          ]),
    ];
  });

  constructor() {
    this.store.isWhole.set(true);
    effect(() => this.store.id.set(this.taskId()));
  }

  protected async count(stock: SaveStock): Promise<void> {
    if ((await this.store.saveStock.run(stock)) === null) return;
    this.isCounting.set(false);
    this.finish(taskRecordLabels().stock.saved);
  }

  protected async drive(driver: CreateDriver): Promise<void> {
    if ((await this.store.addDriver.run(driver, this.key)) === null) return;
    this.key = newIdempotencyKey();
    this.isDriving.set(false);
    this.finish(taskRecordLabels().driver.saved);
  }

  protected async switchDriver(driver: DriverRow): Promise<void> {
    const changed = { ...wishOf(driver), isActive: !driver.isActive, version: driver.version };
    if ((await this.store.changeDriver.run(driver.id, changed)) !== null) this.finish(taskRecordLabels().driver.saved);
  }

  protected async removeDriver({ id, version }: DriverRow): Promise<void> {
    if ((await this.store.removeDriver.run(id, version)) !== null) this.finish(taskRecordLabels().driver.removed);
  }

  private finish(said: string): void {
    this.toasts.show(said);
    this.store.reload();
  }
}

function wishOf({ kind, name, source, isActive, ...row }: DriverRow): CreateDriver {
  const base = { kind, name, source, isActive };
  return kind === 'law_change'
    ? { ...base, from: row.from ?? '', factorMicros: row.factorMicros ?? MICROS, overMonths: row.overMonths ?? 0 }
    : {
        ...base,
        holdsForMonths: row.holdsForMonths ?? 1,
        returnPercent: row.returnPercent ?? 0,
        issuedFrom: row.issuedFrom ?? '',
        issued: [...(row.issued ?? [])],
      };
}
