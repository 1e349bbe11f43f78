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
import type { CreateProject } from '@etatlotse/contracts/project';
import {
  PROGRESS_METHODS,
  type Project,
  PROJECT_LEVELS,
  PROJECT_PATHS,
  PROJECT_PHASES,
  type ProjectChanged,
} from '@etatlotse/contracts/project/plain';
import { Button } from '../ui/button/button';
import { editConflict } from '../platform/edit-conflict';
import { Choice, Select } from '../ui/choice/choice';
import { Conflict } from '../ui/conflict/conflict';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { projectFormLabels } from './project-form.labels';
import { ProjectFormStore, type ProjectPlace } from './project-form.store';
import { projectLabels } from './project.labels';

/** Names and people of a project: a new one, or one that changes. */
@Component({
  selector: 'et-project-form-page',
  imports: [Button, Choice, Conflict, DateField, Loading, Notice, PageHead, RouterLink, Select, TextField],
  providers: [ProjectFormStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './project-form.page.html',
})
export class ProjectFormPage {
  /** Of the address; absent for a new project. */
  readonly projectId = input<string>();
  protected readonly store = inject(ProjectFormStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly t = projectFormLabels;
  protected readonly words = projectLabels;

  protected readonly project = this.store.project;
  protected readonly isReady = computed(() => this.projectId() === undefined || this.project() !== null);

  protected readonly level = signal<string | null>('project');
  protected readonly parentId = signal<string | null>(null);
  protected readonly plannedStart = signal<string | null>(null);
  protected readonly plannedEnd = signal<string | null>(null);
  protected readonly name = linkedSignal(() => this.project()?.name ?? '');
  protected readonly projectKey = linkedSignal(() => this.project()?.key ?? '');
  protected readonly description = linkedSignal(() => this.project()?.description ?? '');
  protected readonly sponsor = linkedSignal(() => this.project()?.sponsor ?? '');
  protected readonly unitId = linkedSignal<string | null>(() => this.project()?.unitId ?? null);
  protected readonly phase = linkedSignal<string | null>(() => this.project()?.phase ?? 'preparation');
  protected readonly method = linkedSignal<string | null>(() => this.project()?.progressMethod ?? 'milestones');
  protected readonly hasTried = signal(false);

  protected readonly levels = computed(() =>
    PROJECT_LEVELS.toReversed().map((value) => ({ value, label: this.words().levels[value] })),
  );
  protected readonly phases = computed(() =>
    PROJECT_PHASES.map((value) => ({ value, label: this.words().phases[value] })),
  );
  protected readonly methods = computed(() =>
    PROGRESS_METHODS.map((value) => ({ value, label: this.t().methods[value] })),
  );
  protected readonly units = computed(() =>
    this.store.units().map(({ id, code, name }) => ({
      value: id,
      label: `${code} ${name}`,
    })),
  );
  protected readonly parents = computed(() => {
    const own = PROJECT_LEVELS.findIndex((level) => level === this.level());
    return this.store
      .parents()
      .filter(({ level }) => PROJECT_LEVELS.indexOf(level) < own)
      .map(({ id, name, level }) => ({ value: id, label: `${this.words().levels[level]}: ${name}` }));
  });
  protected readonly isEndFirst = computed(() => {
    const [start, end] = [this.plannedStart(), this.plannedEnd()];
    return start !== null && end !== null && end < start;
  });
  protected readonly conflict = editConflict<Project, Face, ProjectChanged>({
    url: () => PROJECT_PATHS.project(this.projectId() ?? ''),
    valuesOf: ({ name, key, description, sponsor, unitId, phase, progressMethod }) => {
      return { name, key, description, sponsor, unitId, phase, progressMethod };
    },
    fields: () => {
      const [t, words, units] = [this.t(), this.words(), this.units()];
      return [
        { names: ['name'], label: words.name, text: ({ name }) => name },
        { names: ['key'], label: t.key, text: ({ key = '' }) => key },
        { names: ['sponsor'], label: t.sponsor, text: ({ sponsor = '' }) => sponsor },
        {
          names: ['unitId'],
          label: words.unit,
          text: ({ unitId }) => units.find(({ value }) => value === unitId)?.label ?? words.wholeCity,
        },
        { names: ['phase'], label: words.phase, text: ({ phase }) => words.phases[phase] },
        { names: ['progressMethod'], label: t.progress, text: ({ progressMethod }) => t.methods[progressMethod] },
        { names: ['description'], label: t.description, text: ({ description = '' }) => description },
      ];
    },
    save: (face, version) => this.store.change.run({ ...face, version }),
    problem: this.store.change.problem,
  });

  constructor() {
    effect(() => this.store.projectId.set(this.projectId()));
  }

  protected missing(isMissing: boolean): string | null {
    return this.hasTried() && isMissing ? this.words().missing : null;
  }

  protected endError(): string | null {
    return this.isEndFirst() ? this.t().endBeforeStart : this.missing(this.plannedEnd() === null);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    const isNew = this.projectId() === undefined;
    const lacksDates = isNew && (this.plannedStart() === null || this.plannedEnd() === null || this.isEndFirst());
    if (this.name().trim() === '' || lacksDates) return;
    const before = this.project();
    await this.leave(
      before === null
        ? await this.store.create.run({ ...this.toFace(), ...this.toPlace() })
        : await this.conflict.save(this.toFace(), before),
    );
  }

  protected async settle(kept: readonly string[]): Promise<void> {
    await this.leave(await this.conflict.settle(kept));
  }

  private async leave(done: ProjectChanged | null): Promise<void> {
    if (done === null) return;
    this.toasts.show(this.t().saved);
    const hasPlan = this.projectId() === undefined && this.level() === 'project';
    await this.router.navigate(['/projects', done.id, ...(hasPlan ? ['plan'] : [])], {
      queryParamsHandling: 'preserve',
    });
  }

  private toFace(): Face {
    return {
      name: this.name().trim(),
      key: this.projectKey().trim(),
      description: this.description().trim(),
      sponsor: this.sponsor().trim(),
      unitId: this.unitId(),
      phase: PROJECT_PHASES.find((one) => one === this.phase()) ?? 'preparation',
      progressMethod: PROGRESS_METHODS.find((one) => one === this.method()) ?? 'milestones',
    };
  }

  private toPlace(): ProjectPlace {
    return {
      level: PROJECT_LEVELS.find((one) => one === this.level()) ?? 'project',
      parentId: this.level() === 'portfolio' ? null : this.parentId(),
      plannedStart: this.plannedStart() ?? '',
      plannedEnd: this.plannedEnd() ?? '',
    };
  }
}

type Face = Omit<CreateProject, 'level' | 'parentId' | 'plannedStart' | 'plannedEnd'>;
