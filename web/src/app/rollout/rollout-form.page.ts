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
import { Router } from '@angular/router';
import type { ChangeRollout } from '@etatlotse/contracts/rollout';
import { type Rollout, ROLLOUT_PATHS, type RolloutChanged } from '@etatlotse/contracts/rollout/plain';
import { TRAINING_TECHNOLOGIES } from '@etatlotse/domain/inventory';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { editConflict } from '../platform/edit-conflict';
import { Select } from '../ui/choice/choice';
import { Conflict } from '../ui/conflict/conflict';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { rolloutFormLabels } from './rollout-form.labels';
import { RolloutFormStore } from './rollout-form.store';
import { shareOf } from './rollout-look';
import { rolloutLabels } from './rollout.labels';

const QUOTA_AT_FIRST = 8_000;

/** A new roll-out, or names and quota of one. */
@Component({
  selector: 'et-rollout-form-page',
  imports: [Button, Conflict, DateField, Loading, Notice, PageHead, Select, TextField],
  providers: [RolloutFormStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-page-head
      [question]="rolloutId() ? t().questionEdit : t().questionNew"
      [crumbs]="[{ label: words().title, link: ['/rollouts'] }]"
    >
      {{ rolloutId() ? (store.rollout()?.name ?? '') : t().lead }}
    </et-page-head>
    @if (isReady()) {
      <section class="et-panel et-form-page">
        <form novalidate (submit)="send($event)">
          @if (conflict.rows(); as rows) {
            <et-conflict [rows]="rows" (settled)="settle($event)" (closed)="conflict.clear()" />
          } @else if (store.problem(); as refused) {
            <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
              <p>{{ refused.detail }}</p>
            </et-notice>
          }
          @if (!rolloutId()) {
            <et-select
              [label]="t().project"
              [hint]="t().projectHint"
              [options]="projects()"
              [(value)]="projectId"
              [error]="missing(projectId() === null)"
            />
          }
          <et-text-field [label]="t().name" [(value)]="name" [error]="missing(name().trim() === '')" />
          @if (!rolloutId()) {
            <et-date-field [label]="t().started" [(value)]="startedOn" [error]="missing(startedOn() === null)" />
          }
          <et-text-field
            [label]="t().quota"
            [hint]="t().quotaHint"
            [(value)]="quota"
            [error]="hasTried() && share() === null ? words().notShare : null"
          />
          <et-select
            [label]="t().technology"
            [hint]="t().technologyHint"
            [placeholder]="t().byHand"
            [optional]="true"
            [options]="technologies()"
            [(value)]="technology"
          />
          <et-text-field type="lines" [label]="t().description" [optional]="true" [(value)]="description" />
          <div class="et-actions et-actions--below">
            <button type="submit" etButton="primary" icon="check">{{ rolloutId() ? t().save : t().create }}</button>
          </div>
        </form>
      </section>
    } @else {
      <section class="et-panel"><et-loading [lines]="6" /></section>
    }`,
})
export class RolloutFormPage {
  /** Of the address; absent for a new one. */
  readonly rolloutId = input<string>();
  protected readonly store = inject(RolloutFormStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly t = rolloutFormLabels;
  protected readonly words = rolloutLabels;
  protected readonly isReady = computed(() => this.rolloutId() === undefined || this.store.rollout() !== null);
  protected readonly projectId = signal<string | null>(null);
  protected readonly startedOn = signal<string | null>(null);
  protected readonly name = linkedSignal(() => this.store.rollout()?.name ?? '');
  protected readonly description = linkedSignal(() => this.store.rollout()?.description ?? '');
  protected readonly quota = linkedSignal(() => {
    const quota = this.store.rollout()?.quotaBasisPoints ?? QUOTA_AT_FIRST;
    return formatNumber(quota / 100, quota % 100 === 0 ? 0 : 2);
  });
  protected readonly technology = linkedSignal<string | null>(() => this.store.rollout()?.technology ?? null);
  protected readonly technologies = computed(() =>
    TRAINING_TECHNOLOGIES.map((value) => ({ value, label: this.t().technologies[value] })),
  );
  protected readonly hasTried = signal(false);
  protected readonly share = computed(() => shareOf(this.quota()));
  protected readonly projects = computed(() =>
    this.store.projects().map(({ id, name }) => ({ value: id, label: name })),
  );

  protected readonly conflict = editConflict<Rollout, Face, RolloutChanged>({
    url: () => ROLLOUT_PATHS.rollout(this.rolloutId() ?? ''),
    valuesOf: ({ name, description, quotaBasisPoints, technology }) => {
      return { name, description, quotaBasisPoints, ...(technology === null ? {} : { technology }) };
    },
    fields: () => {
      const t = this.t();
      return [
        { names: ['name'], label: t.name, text: ({ name }) => name },
        {
          names: ['quotaBasisPoints'],
          label: t.quota,
          text: ({ quotaBasisPoints }) =>
            `${formatNumber(quotaBasisPoints / 100, quotaBasisPoints % 100 === 0 ? 0 : 2)} %`,
        },
        {
          names: ['technology'],
          label: t.technology,
          text: ({ technology }) => (technology === undefined ? t.byHand : t.technologies[technology]),
        },
        { names: ['description'], label: t.description, text: ({ description = '' }) => description },
      ];
    },
    save: (face, version) => this.store.change.run({ ...face, version }),
    problem: this.store.change.problem,
  });

  constructor() {
    effect(() => this.store.rolloutId.set(this.rolloutId()));
  }

  protected missing(isMissing: boolean): string | null {
    return this.hasTried() && isMissing ? this.words().missing : null;
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    const [name, quotaBasisPoints] = [this.name().trim(), this.share()];
    const [projectId, startedOn] = [this.projectId(), this.startedOn()];
    const lacksPlace = this.rolloutId() === undefined && (projectId === null || startedOn === null);
    if (name === '' || quotaBasisPoints === null || lacksPlace) return;
    const technology = TRAINING_TECHNOLOGIES.find((one) => one === this.technology());
    const face = { name, description: this.description().trim(), quotaBasisPoints, ...(technology && { technology }) };
    const before = this.store.rollout();
    await this.leave(
      before === null
        ? await this.store.create.run({ ...face, projectId: projectId ?? '', startedOn: startedOn ?? '' })
        : await this.conflict.save(face, before),
    );
  }

  protected async settle(kept: readonly string[]): Promise<void> {
    await this.leave(await this.conflict.settle(kept));
  }

  private async leave(done: RolloutChanged | null): Promise<void> {
    if (done === null) return;
    this.toasts.show(this.t().saved);
    await this.router.navigate(['/rollouts', done.id], { queryParamsHandling: 'preserve' });
  }
}

type Face = Omit<ChangeRollout, 'version'>;
