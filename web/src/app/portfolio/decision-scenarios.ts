import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { Decision, RankedEntry, Scenario, ScenarioRow } from '@etatlotse/contracts/portfolio/plain';
import type { ProblemMessage } from '../platform/problem';
import { formatCents } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { Scroll } from '../ui/table/scroll';
import { costsByYear, type DecisionView, viewOf } from './decision-look';
import { pointsText } from './decision-words';
import { entriesOf } from './decision.store';
import { portfolioLabels } from './portfolio.labels';

/** Scenarios by name: saved, opened, and up to three beside the present ranking. */
@Component({
  selector: 'et-decision-scenarios',
  imports: [Button, Notice, Scroll, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './decision-scenarios.html',
})
export class DecisionScenarios {
  readonly decision = input.required<Decision>();
  readonly view = input.required<DecisionView>();
  readonly entries = input.required<readonly RankedEntry[]>();
  readonly scenarios = input.required<readonly ScenarioRow[]>();
  readonly compared = input.required<readonly Scenario[]>();
  readonly isChanged = input.required<boolean>();
  readonly problem = input.required<ProblemMessage | null>();
  readonly saved = output<string>();
  readonly opened = output<string>();
  readonly comparedChange = output<string>();

  protected readonly t = portfolioLabels;
  protected readonly name = signal('');
  protected readonly day = (at: string): string => formatDate(at.slice(0, 10));
  protected readonly isCompared = (id: string): boolean => this.compared().some((one) => one.id === id);
  protected readonly columns = computed(() => [
    { name: this.t().now, view: this.view() },
    ...this.compared().map((scenario) => ({
      name: scenario.name,
      view: viewOf(this.decision(), entriesOf(scenario, this.entries())),
    })),
  ]);
  protected readonly lines = computed(() => {
    const [t, decision] = [this.t(), this.decision()];
    const years = decision.years.slice(0, decision.lastYear - decision.firstYear + 1);
    const columns = this.columns();
    const own = new Set(insideOf(this.view()));
    const cells = (name: string, of: (view: DecisionView) => string) => ({
      name,
      cells: columns.map(({ view }) => of(view)),
    });
    return [
      cells(t.points, ({ value }) => pointsText(value)),
      cells(t.covered, (view) => String(insideOf(view).length)),
      cells(t.mandatoryIn, ({ rows }) => {
        const duties = rows.filter(({ demand }) => demand.isMandatory);
        return `${duties.filter(({ place }) => place === 'above').length} / ${duties.length}`;
      }),
      ...years.flatMap((year) => {
        const at = decision.years.indexOf(year);
        const costs = (view: DecisionView) => costsByYear(decision, view.rows, null);
        return [
          cells(t.runCents(String(year)), (view) => formatCents(costs(view).run[at] ?? 0)),
          cells(t.changeCents(String(year)), (view) => formatCents(costs(view).change[at] ?? 0)),
          cells(t.sumCents(String(year)), (view) => {
            const { run, change } = costs(view);
            return formatCents((run[at] ?? 0) + (change[at] ?? 0));
          }),
        ];
      }),
      cells(t.differs, (view) => {
        const other = insideOf(view);
        const gone = [...own].filter((id) => !other.includes(id)).length;
        return `+${other.filter((id) => !own.has(id)).length} −${gone}`;
      }),
    ];
  });

  protected save(): void {
    const name = this.name().trim();
    if (name === '') return;
    this.saved.emit(name);
    this.name.set('');
  }
}

const insideOf = ({ rows }: DecisionView): string[] =>
  rows.filter(({ place }) => place === 'above').map(({ id }) => id);
