import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { EarnedValue, Project, ProjectForecastAnswer } from '@etatlotse/contracts/project/plain';
import { formatEuro, formatNumber, formatWholeEuro } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import { Scroll } from '../ui/table/scroll';
import { unknownLabels } from '../ui/unknown/unknown.labels';
import { ProjectCurve } from './project-curve';
import { ratioText, shareText } from './project-look';
import { projectPageLabels } from './project-page.labels';

/** Earned value against the current baseline, and beside it against the first one where that is another. */
@Component({
  selector: 'et-project-earned',
  imports: [ProjectCurve, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
    <h2>{{ t().earned }}</h2>
    @if (project().earned) {
      <p class="et-finding">
        {{ t().earnedFinding(share(project().doneBasisPoints), share(project().plannedBasisPoints)) }}
      </p>
      <et-scroll [label]="t().earned">
        <table class="et-table">
          <thead>
            <tr>
              <th scope="col">{{ t().figure }}</th>
              <th scope="col" class="n">{{ t().current }}</th>
              @if (project().earnedOriginal) {
                <th scope="col" class="n">{{ t().original }}</th>
              }
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track row.term) {
              <tr>
                <th scope="row">{{ row.term }}</th>
                <td class="n">{{ row.current }}</td>
                @if (project().earnedOriginal) {
                  <td class="n">{{ row.original }}</td>
                }
              </tr>
            }
          </tbody>
        </table>
      </et-scroll>
    } @else {
      <p class="et-finding">{{ t().earnedNone }}</p>
    }
    @if (project().curve.length > 1) {
      <et-project-curve [project]="project()" />
    }
    <h3 class="et-section--close">{{ t().forecast }}</h3>
    @if (forecast()?.forecast; as drawn) {
      <p class="et-finding">{{ t().forecastFinding(date(drawn.finish.p80), money(drawn.cost.p80Cents)) }}</p>
      <p>{{ t().forecastHalf(date(drawn.finish.p50), money(drawn.cost.p50Cents)) }}</p>
      <p class="et-source">{{ source() }}</p>
    } @else {
      <p class="et-small et-muted">{{ t().forecastNone }}</p>
    }
  </section>`,
})
export class ProjectEarned {
  readonly project = input.required<Project>();
  readonly forecast = input<ProjectForecastAnswer | null>(null);
  protected readonly t = projectPageLabels;
  protected readonly share = shareText;
  protected readonly date = formatDate;
  protected readonly money = (amountCents: number): string => formatWholeEuro(amountCents);

  protected readonly rows = computed(() => {
    const { earned, earnedOriginal } = this.project();
    const current = earned === null ? [] : figuresOf(earned);
    const original = earnedOriginal === null ? [] : figuresOf(earnedOriginal);
    return current.map((figure, at) => ({
      term: figure.term,
      current: figure.text,
      original: original[at]?.text ?? '',
    }));
  });
  protected readonly source = computed(() => {
    const answer = this.forecast();
    const forecast = answer?.forecast ?? null;
    if (answer === null || forecast === null) return '';
    const { openMilestones, openRisks } = answer;
    return this.t().forecastSource(formatNumber(forecast.runs), formatNumber(openMilestones), formatNumber(openRisks));
  });
}

/** The figures of R25 in their order, as text. */
function figuresOf(value: EarnedValue): { readonly term: string; readonly text: string }[] {
  const { terms } = projectPageLabels();
  const money = (amountCents: number | null, isSigned = false): string =>
    amountCents === null ? unknownLabels().unknown : formatEuro(amountCents, isSigned);
  return [
    { term: terms.bac, text: money(value.bacCents) },
    { term: terms.pv, text: money(value.plannedValueCents) },
    { term: terms.ev, text: money(value.earnedValueCents) },
    { term: terms.ac, text: money(value.actualCents) },
    { term: terms.cv, text: money(value.costVarianceCents, true) },
    { term: terms.sv, text: money(value.scheduleVarianceCents, true) },
    { term: terms.cpi, text: ratioText(value.cpi, 4) },
    { term: terms.spi, text: ratioText(value.spi, 4) },
    { term: terms.eac, text: money(value.estimateAtCompletionCents) },
    { term: terms.vac, text: money(value.varianceAtCompletionCents, true) },
    { term: terms.tcpi, text: ratioText(value.tcpi, 4) },
  ];
}
