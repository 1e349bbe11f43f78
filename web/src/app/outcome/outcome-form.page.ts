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
import { COST_BASES, OUTCOME_KINDS } from '@etatlotse/contracts/outcome/plain';
import { LineSearch } from '../platform/line-search';
import { Button } from '../ui/button/button';
import { Choice, Select } from '../ui/choice/choice';
import { TextField } from '../ui/field/text-field';
import { type ChosenLine, LineChoice } from '../ui/line-choice/line-choice';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { outcomeFormLabels } from './outcome-form.labels';
import { OutcomeFormStore } from './outcome-form.store';
import { outcomeLabels } from './outcome.labels';

/** What is counted and whose cost stands behind it: a new outcome, or one that changes. */
@Component({
  selector: 'et-outcome-form-page',
  imports: [Button, Choice, LineChoice, Loading, Notice, PageHead, Select, TextField],
  providers: [OutcomeFormStore, LineSearch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './outcome-form.page.html',
})
export class OutcomeFormPage {
  /** Of the address; absent for a new one. */
  readonly outcomeId = input<string>();
  protected readonly store = inject(OutcomeFormStore);
  protected readonly search = inject(LineSearch);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly t = outcomeFormLabels;
  protected readonly words = outcomeLabels;
  protected readonly isReady = computed(() => this.outcomeId() === undefined || this.store.outcome() !== null);
  protected readonly name = linkedSignal(() => this.store.outcome()?.name ?? '');
  protected readonly piece = linkedSignal(() => this.store.outcome()?.piece ?? '');
  protected readonly kind = linkedSignal<string | null>(() => this.store.outcome()?.kind ?? 'workplace');
  protected readonly basis = linkedSignal<string | null>(() => this.store.outcome()?.basis ?? 'since_start');
  protected readonly unitId = linkedSignal<string | null>(() => this.store.outcome()?.unitId ?? null);
  protected readonly description = linkedSignal(() => this.store.outcome()?.description ?? '');
  protected readonly costFrom = linkedSignal<string | null>(() =>
    (this.store.outcome()?.hasProject ?? true) ? 'project' : 'lines',
  );
  protected readonly projectId = linkedSignal<string | null>(() => this.store.outcome()?.project?.id ?? null);
  protected readonly lines = linkedSignal<readonly ChosenLine[]>(() =>
    this.store.outcome()?.hasProject === false ? (this.store.outcome()?.lines ?? []) : [],
  );
  protected readonly hasTried = signal(false);

  protected readonly kinds = computed(() =>
    OUTCOME_KINDS.map((value) => ({ value, label: this.words().kinds[value] })),
  );
  protected readonly bases = computed(() => COST_BASES.map((value) => ({ value, label: this.t().bases[value] })));
  protected readonly sources = computed(() => [
    { value: 'project', label: this.t().fromProject },
    { value: 'lines', label: this.t().fromLines },
  ]);
  protected readonly units = computed(() =>
    this.store.units().map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
  );
  protected readonly projects = computed(() =>
    this.store.projects().map(({ id, name }) => ({ value: id, label: name })),
  );

  constructor() {
    effect(() => this.store.outcomeId.set(this.outcomeId()));
  }

  protected missing(isMissing: boolean): string | null {
    return this.hasTried() && isMissing ? this.t().missing : null;
  }

  protected take(line: ChosenLine): void {
    this.lines.update((lines) => (lines.some(({ id }) => id === line.id) ? lines : [...lines, line]));
  }

  protected drop(line: ChosenLine): void {
    this.lines.update((lines) => lines.filter(({ id }) => id !== line.id));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    const [name, piece, isProject] = [this.name().trim(), this.piece().trim(), this.costFrom() === 'project'];
    const projectId = isProject ? this.projectId() : null;
    const lineIds = isProject ? [] : this.lines().map(({ id }) => id);
    if (name === '' || piece === '' || (projectId === null && lineIds.length === 0)) return;
    const done = await this.store.save.run({
      name,
      piece,
      kind: OUTCOME_KINDS.find((one) => one === this.kind()) ?? 'other',
      basis: COST_BASES.find((one) => one === this.basis()) ?? 'since_start',
      description: this.description().trim(),
      unitId: this.unitId(),
      projectId,
      lineIds,
    });
    if (done === null) return;
    this.toasts.show(this.t().saved);
    await this.router.navigate(['/outcomes', done.id], { queryParamsHandling: 'preserve' });
  }
}
