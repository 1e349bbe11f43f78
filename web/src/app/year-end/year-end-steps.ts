import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { YearEnd, YearEndStep, YearEndStepState } from '@etatlotse/contracts/authority/plain';
import type { IconName } from '../ui/icon/icons';
import { Tag } from '../ui/tag/tag';
import { yearEndLabels } from './year-end.labels';

const LOOKS: Readonly<
  Record<YearEndStepState, { readonly kind: 'ok' | 'warn' | 'info' | 'plain'; readonly icon: IconName }>
> = {
  done: { kind: 'ok', icon: 'check' },
  open: { kind: 'warn', icon: 'schedule' },
  waiting: { kind: 'info', icon: 'pending' },
  blocked: { kind: 'plain', icon: 'lock' },
};

/** The way through the end of the year: each step with where it stands and the way to it. */
@Component({
  selector: 'et-year-end-steps',
  imports: [RouterLink, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
    <h2>{{ t().stepsQuestion }}</h2>
    <p class="et-finding">{{ t().stepsFinding }}</p>
    <ol class="et-year-end__steps">
      @for (step of steps(); track step.step) {
        <li [class.et-year-end__step--done]="step.state === 'done'">
          <span class="et-year-end__step">{{ t().steps[step.step] }}</span>
          <et-tag [kind]="looks[step.state].kind" [icon]="looks[step.state].icon">{{ step.words }}</et-tag>
          @if (step.state !== 'done') {
            <a
              [routerLink]="step.link.path"
              [queryParams]="step.link.query"
              [attr.aria-label]="t().goOf(t().steps[step.step])"
              >{{ t().go }}</a
            >
          }
        </li>
      }
    </ol>
  </section>`,
})
export class YearEndSteps {
  readonly yearEnd = input.required<YearEnd>();
  protected readonly t = yearEndLabels;
  protected readonly looks = LOOKS;
  protected readonly steps = computed(() =>
    this.yearEnd().steps.map(({ step, state, count }) => ({
      step,
      state,
      words: wordsOf(step, state, count),
      link: linkOf(step, this.yearEnd()),
    })),
  );
}

function wordsOf(step: YearEndStep, state: YearEndStepState, count: number): string {
  const { stepCounts, stepStates } = yearEndLabels();
  return state === 'open' && step in stepCounts && count > 0
    ? stepCounts[step as keyof typeof stepCounts](count)
    : stepStates[state];
}

interface StepLink {
  readonly path: string;
  readonly query: Readonly<Record<string, string | number>>;
}

function linkOf(step: YearEndStep, { fiscalYear, nextYear }: YearEnd): StepLink {
  const year = { year: fiscalYear };
  switch (step) {
    case 'open_orders':
      return { path: '/year-end', query: { ...year, view: 'needed' } };
    case 'carry_over':
      return { path: '/year-end', query: { ...year, view: 'proposed' } };
    case 'clearing':
    case 'reconciliation':
      return { path: '/reconciliation', query: year };
    case 'cover_statement':
      return { path: '/authority/pools', query: year };
    case 'open_next_year':
      return { path: '/settings', query: { year: nextYear } };
    case 'close_books':
      return { path: '/settings', query: year };
  }
}
