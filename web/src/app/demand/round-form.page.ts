import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  type FrameCode,
  type PlanningRound,
  ROUND_PATHS,
  ROUND_PHASES,
  type RoundPhase,
} from '@etatlotse/contracts/demand/plain';
import { isFiscalYear } from '@etatlotse/domain/shared';
import { frameLabels } from '../platform/frame.labels';
import { problemOf } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { AmountField } from '../ui/field/amount-field';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { DemandErrands } from './demand-errand.store';
import { demandLabels } from './demand.labels';
import { demandViewLabels } from './demand-view.labels';

type Phases = Readonly<Record<RoundPhase, string | null>>;
const NO_DATES: Phases = { submit: null, determine: null, examine: null, deliberate: null, plan: null, adopt: null };

interface CeilingRow {
  readonly frame: FrameCode;
  readonly fiscalYear: number;
  readonly ceilingCents: number | null;
  readonly source: string;
}

/** Prepares a round, or changes its dates, its letter and its ceilings. */
@Component({
  selector: 'et-round-form-page',
  imports: [AmountField, Button, Choice, DateField, Failure, Loading, Notice, PageHead, RouterLink, TextField],
  providers: [DemandErrands],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './round-form.page.html',
})
export class RoundFormPage {
  readonly roundId = input<string>();
  private readonly errands = inject(DemandErrands);
  private readonly router = inject(Router);
  protected readonly t = demandViewLabels;
  protected readonly words = demandLabels;
  protected readonly phaseNames = ROUND_PHASES;
  protected readonly frames = frameLabels;
  protected readonly resource = httpResource<PlanningRound>(() =>
    this.roundId() === undefined ? undefined : ROUND_PATHS.round(this.roundId() ?? ''),
  );
  protected readonly round = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  protected readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly firstYear = signal('');
  protected readonly length = signal<string | null>('one');
  protected readonly callLetter = signal('');
  protected readonly phases = signal<Phases>(NO_DATES);
  protected readonly ceilings = signal<readonly CeilingRow[]>([]);
  protected readonly hasTried = signal(false);
  protected readonly crumbs = computed(() => [
    { label: demandLabels().title, link: ['/demands'] },
    { label: demandLabels().tabNames.round, link: ['/demands/round'] },
  ]);
  protected readonly lengths = computed(() => [
    { value: 'one', label: this.t().oneYear },
    { value: 'two', label: this.t().twoYears },
  ]);
  protected readonly year = computed(() => {
    const year = Number(this.firstYear().trim());
    return isFiscalYear(year) ? year : null;
  });
  protected readonly preparing = this.errands.preparing;
  protected readonly changing = this.errands.changing;
  protected readonly setting = this.errands.setting;

  constructor() {
    effect(() => {
      const round = this.round();
      if (round === null) return;
      this.callLetter.set(round.callLetter);
      this.phases.set(round.phases);
      this.ceilings.set(
        round.frames
          .filter(({ fiscalYear }) => fiscalYear >= round.firstYear)
          .map(({ frame, fiscalYear, ceilingCents, source }) => ({ frame, fiscalYear, ceilingCents, source })),
      );
    });
  }

  protected setPhase(phase: RoundPhase, day: string | null): void {
    this.phases.update((phases) => ({ ...phases, [phase]: day }));
  }

  protected setCeiling(row: CeilingRow, ceilingCents: number | null): void {
    this.ceilings.update((rows) => rows.map((one) => (one === row ? { ...row, ceilingCents } : one)));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    const phases = wholeDates(this.phases());
    const round = this.round();
    if (phases === null) return;
    if (round !== null) {
      if (
        (await this.changing.run(round.id, { callLetter: this.callLetter(), phases, version: round.version })) !== null
      )
        await this.leave(round.id);
      return;
    }
    const year = this.year();
    if (year === null) return;
    const made = await this.preparing.run({
      firstYear: year,
      lastYear: this.length() === 'two' ? year + 1 : year,
      callLetter: this.callLetter(),
      phases,
    });
    if (made !== null) await this.leave(made.id);
  }

  protected async saveCeilings(event: Event): Promise<void> {
    event.preventDefault();
    const round = this.round();
    if (
      round !== null &&
      (await this.setting.run(round.id, { ceilings: [...this.ceilings()], version: round.version })) !== null
    )
      this.resource.reload();
  }

  private async leave(id: string): Promise<void> {
    await this.router.navigate(['/demands/rounds', id], { queryParamsHandling: 'preserve' });
  }
}

/** Null while a date is missing. */
function wholeDates(phases: Phases): Record<RoundPhase, string> | null {
  const entries = ROUND_PHASES.map((phase) => [phase, phases[phase]] as const);
  return entries.some(([, day]) => day === null) ? null : (Object.fromEntries(entries) as Record<RoundPhase, string>);
}
