import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { SURVEY_METHODS } from '@etatlotse/contracts/capacity/plain';
import { ALLOWANCE_BASES, type AllowanceBasis, DEADLINES, onOtherBasis } from '@etatlotse/domain/capacity';
import { newIdempotencyKey } from '../platform/api';
import { ownUnitOptions } from '../platform/own-units';
import { formatPercent } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Choice, Select } from '../ui/choice/choice';
import { DateField } from '../ui/field/date-field';
import { ErrorSummary } from '../ui/field/error-summary';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { draftOfTask, EMPTY_TASK, readTask, type TaskDraft, typedNumber } from './task-draft';
import { taskFormLabels } from './task-form.labels';
import { taskLabels } from './task.labels';
import { TaskStore } from './task.store';

/** Enters a task or changes one: how long a case takes, and how one knows. */
@Component({
  selector: 'et-task-form-page',
  imports: [Button, Choice, DateField, ErrorSummary, Failure, Loading, Notice, PageHead, RouterLink, Select, TextField],
  providers: [TaskStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './task-form.page.html',
})
export class TaskFormPage {
  /** Given where a task is changed. */
  readonly taskId = input<string>();
  protected readonly store = inject(TaskStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly t = taskFormLabels;
  protected readonly words = taskLabels;
  private readonly key = newIdempotencyKey();

  protected readonly isNew = computed(() => this.taskId() === undefined);
  /** Typed over what the task says; loading it again does not throw away what was typed. */
  protected readonly draft = linkedSignal<string | null, TaskDraft>({
    source: () => this.store.task()?.id ?? null,
    computation: () => {
      const task = this.store.task();
      return task === null ? EMPTY_TASK : draftOfTask(task);
    },
  });
  protected readonly hasTried = signal(false);
  protected readonly units = ownUnitOptions('capacity.write');
  /** Who has one unit only need not choose it. */
  protected readonly typed = computed(() => {
    const [draft, [only, ...others]] = [this.draft(), this.units()];
    return { ...draft, unitId: draft.unitId ?? (others.length === 0 ? (only?.value ?? null) : null) };
  });
  private readonly read = computed(() => readTask(this.typed(), this.store.task()));
  protected readonly problem = computed(() => this.store.create.problem() ?? this.store.change.problem());
  protected readonly messages = computed(() =>
    this.hasTried() ? [...new Set(Object.values(this.read().faults).map((fault) => this.t()[fault]))] : [],
  );

  protected readonly kinds = computed(() => [
    { value: 'cases', label: this.t().kindCases, detail: this.t().kindCasesDetail },
    { value: 'hours', label: this.t().kindHours, detail: this.t().kindHoursDetail },
  ]);
  protected readonly methods = computed(() =>
    SURVEY_METHODS.map((value) => ({ value, label: this.words().methods[value] })),
  );
  protected readonly bases = computed(() =>
    ALLOWANCE_BASES.map((value) => ({ value, label: this.words().bases[value] })),
  );
  protected readonly deadlines = computed(() =>
    DEADLINES.map((value) => ({ value, label: this.words().deadlines[value] })),
  );
  /** The same Verteilzeit told the other way, so that nobody mixes them up. */
  protected readonly otherBasis = computed(() => {
    const { allowance, rate } = this.draft();
    const percent = typedNumber(rate);
    if (allowance === null || percent === null || percent > 50) return null;
    const other = onOtherBasis({ basis: allowance as AllowanceBasis, rate: percent / 100 });
    return this.t().equals(`${formatPercent(other.rate, 2)} ${this.words().bases[other.basis]}`);
  });
  protected readonly crumbs = computed(() => [
    { label: taskLabels().title, link: ['/capacity/tasks'] },
    { label: this.isNew() ? this.t().titleNew : (this.store.task()?.name ?? '') },
  ]);

  constructor() {
    effect(() => this.store.id.set(this.taskId() ?? ''));
  }

  protected set<Name extends keyof TaskDraft>(name: Name, value: TaskDraft[Name]): void {
    this.draft.update((draft) => ({ ...draft, [name]: value }));
  }

  protected errorOf(name: keyof TaskDraft): string | null {
    const fault = this.hasTried() ? this.read().faults[name] : undefined;
    return fault === undefined ? null : this.t()[fault];
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    const { task } = this.read();
    if (task === null) return;
    const before = this.store.task();
    const made =
      before === null
        ? await this.store.create.run(task, this.key)
        : await this.store.change.run({ ...task, version: before.version });
    if (made === null) return;
    const words = this.t();
    this.toasts.show(before === null ? words.saved(task.name) : words.changed(task.name));
    const target = before === null ? ['/capacity/tasks', made.id, 'numbers'] : ['/capacity/tasks', made.id];
    await this.router.navigate(target, { queryParamsHandling: 'preserve' });
  }
}
