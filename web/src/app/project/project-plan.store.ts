import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { SaveProjectPlan } from '@etatlotse/contracts/project';
import { COST_KINDS, type CostKind, type Project, PROJECT_PATHS } from '@etatlotse/contracts/project/plain';
import { formatNumber } from '../ui/amount/format';
import { command } from '../platform/command';
import { problemOf } from '../platform/problem';
import { shareOf } from './project-assess-form';
import { ProjectClient } from './project.client';

/** A milestone as it is being typed. */
export interface MilestoneDraft {
  readonly id?: string;
  readonly name: string;
  readonly plannedOn: string | null;
  readonly share: string;
}

/** Cost of a year as it is being typed. */
export interface CostDraft {
  readonly fiscalYear: string | null;
  readonly kind: string | null;
  readonly amountCents: number | null;
}

const WHOLE = 10_000;

/** The working plan on screen, and whether it may be saved. */
@Injectable()
export class ProjectPlanStore {
  private readonly client = inject(ProjectClient);
  readonly projectId = signal('');
  private readonly resource = httpResource<Project>(() =>
    this.projectId() === '' ? undefined : PROJECT_PATHS.project(this.projectId()),
  );
  readonly project = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });

  readonly plannedStart = linkedSignal<string | null>(() => this.project()?.plannedStart ?? null);
  readonly plannedEnd = linkedSignal<string | null>(() => this.project()?.plannedEnd ?? null);
  readonly milestones = linkedSignal<readonly MilestoneDraft[]>(() =>
    (this.project()?.milestones ?? [])
      .filter(({ isDropped }) => !isDropped)
      .map(({ id, name, plannedOn, weightBasisPoints: weight }) => ({
        id,
        name,
        plannedOn,
        share: formatNumber(weight / 100, weight % 100 === 0 ? 0 : 2),
      })),
  );
  readonly costs = linkedSignal<readonly CostDraft[]>(() =>
    (this.project()?.costs ?? []).map(({ fiscalYear, kind, amountCents }) => ({
      fiscalYear: String(fiscalYear),
      kind,
      amountCents,
    })),
  );

  /** Null where a share cannot be read. */
  readonly sumBasisPoints = computed(() => {
    const shares = this.milestones().map(({ share }) => shareOf(share));
    return shares.every((share) => typeof share === 'number') ? shares.reduce((sum, share) => sum + share, 0) : null;
  });
  readonly budgetCents = computed(() =>
    this.costs()
      .filter(({ kind }) => kind !== 'internal')
      .reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0),
  );
  readonly isEndFirst = computed(() => (this.plannedEnd() ?? '') < (this.plannedStart() ?? ''));
  readonly save = command((plan: SaveProjectPlan) => this.client.savePlan(this.projectId(), plan));

  setMilestone(at: number, change: Partial<MilestoneDraft>): void {
    this.milestones.update((rows) => rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  }

  setCost(at: number, change: Partial<CostDraft>): void {
    this.costs.update((rows) => rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  }

  addMilestone(): void {
    this.milestones.update((rows) => [...rows, { name: '', plannedOn: null, share: '' }]);
  }

  addCost(): void {
    const last = this.costs().at(-1)?.fiscalYear;
    const next = last ? Number(last) + 1 : Number((this.plannedStart() ?? '').slice(0, 4));
    this.costs.update((rows) => [...rows, { fiscalYear: String(next), kind: 'expense', amountCents: null }]);
  }

  removeMilestone(at: number): void {
    this.milestones.update((rows) => rows.filter((_, index) => index !== at));
  }

  removeCost(at: number): void {
    this.costs.update((rows) => rows.filter((_, index) => index !== at));
  }

  isOutside({ plannedOn }: MilestoneDraft): boolean {
    return plannedOn !== null && (plannedOn < (this.plannedStart() ?? '') || plannedOn > (this.plannedEnd() ?? ''));
  }

  /** The plan as it is sent, or null while something in it cannot be. */
  complete(): SaveProjectPlan | null {
    const [plannedStart, plannedEnd, project] = [this.plannedStart(), this.plannedEnd(), this.project()];
    if (plannedStart === null || plannedEnd === null || project === null || this.isEndFirst()) return null;
    const milestones = this.milestones().flatMap(toMilestone);
    const costs = this.costs().flatMap(toCost);
    const isWhole = milestones.length === 0 || this.sumBasisPoints() === WHOLE;
    const isComplete = milestones.length === this.milestones().length && costs.length === this.costs().length;
    if (!isWhole || !isComplete || this.milestones().some((row) => this.isOutside(row))) return null;
    return { plannedStart, plannedEnd, milestones, costs, version: project.version };
  }
}

function toMilestone({ id, name, plannedOn, share }: MilestoneDraft): SaveProjectPlan['milestones'] {
  const weightBasisPoints = shareOf(share);
  if (name.trim() === '' || plannedOn === null || typeof weightBasisPoints !== 'number') return [];
  const milestone = { name: name.trim(), plannedOn, weightBasisPoints };
  return [id === undefined ? milestone : { ...milestone, id }];
}

function toCost({ fiscalYear, kind, amountCents }: CostDraft): SaveProjectPlan['costs'] {
  const known: CostKind | undefined = COST_KINDS.find((one) => one === kind);
  if (fiscalYear === null || known === undefined || amountCents === null || amountCents <= 0) return [];
  return [{ fiscalYear: Number(fiscalYear), kind: known, amountCents }];
}
