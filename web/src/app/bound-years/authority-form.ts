import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { CreateCommitmentAuthority } from '@etatlotse/contracts/authority';
import type { PlanVersionRow } from '@etatlotse/contracts/planning/plain';
import { LineSearch } from '../platform/line-search';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { type ChosenLine, LineChoice } from '../ui/line-choice/line-choice';
import { Notice } from '../ui/notice/notice';
import { commitmentLabels } from './commitment.labels';
import { type TypedYear, YearAmounts } from './year-amounts';

/** A new commitment authority: part of a plan that is being made, or with a decision of its own. */
@Component({
  selector: 'et-authority-form',
  imports: [Button, DateField, Dialog, LineChoice, Notice, Select, TextField, YearAmounts],
  providers: [LineSearch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './authority-form.html',
})
export class AuthorityForm {
  readonly year = input.required<number>();
  /** Plan versions that are still open. */
  readonly versions = input.required<readonly PlanVersionRow[]>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<CreateCommitmentAuthority>();
  readonly closed = output<void>();
  protected readonly search = inject(LineSearch);
  protected readonly t = computed(() => commitmentLabels().form);

  protected readonly number = signal('');
  protected readonly purpose = signal('');
  protected readonly line = signal<ChosenLine | null>(null);
  protected readonly from = signal<string | null>(DECISION);
  protected readonly decidedOn = signal<string | null>(null);
  protected readonly document = signal('');
  protected readonly slices = signal<readonly TypedYear[]>([]);
  protected readonly hasTried = signal(false);

  protected readonly origins = computed(() => [
    { value: DECISION, label: this.t().fromDecision },
    ...this.versions().map(({ id, name }) => ({ value: id, label: this.t().fromPlan(name) })),
  ]);
  private readonly version = computed(() => this.versions().find(({ id }) => id === this.from()) ?? null);
  protected readonly isDecision = computed(() => this.version() === null);
  /** The year of the plan: of the version it belongs to, else the year at hand. */
  protected readonly planYear = computed(() => this.version()?.lastYear ?? this.year());

  protected missing(text: string): string | null {
    return this.hasTried() && text.trim() === '' ? this.t().fill : null;
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [line, decidedOn, version] = [this.line(), this.decidedOn(), this.version()];
    const slices = this.slices().filter(({ fiscalYear }) => fiscalYear > this.planYear());
    const isNamed = [this.number(), this.purpose()].every((text) => text.trim() !== '');
    if (line === null || !isNamed || slices.length === 0) return;
    const own = {
      number: this.number().trim(),
      purpose: this.purpose().trim(),
      lineId: line.id,
      fiscalYear: this.planYear(),
      slices: [...slices],
    };
    if (version !== null) {
      this.confirmed.emit({ ...own, planVersionId: version.id });
      return;
    }
    const decisionDocument = this.document().trim();
    if (decidedOn !== null && decisionDocument !== '') this.confirmed.emit({ ...own, decidedOn, decisionDocument });
  }
}

/** The choice that is no plan version. */
const DECISION = 'decision';
