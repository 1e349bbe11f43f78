import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { PROBLEMS } from '@etatlotse/contracts/problem/plain';
import {
  checkContract,
  contractHorizon,
  contractValue,
  reckonContract,
  yearlyPriceAt,
} from '@etatlotse/domain/contract';
import { plainDate } from '@etatlotse/domain/shared';
import { fillProblemText } from '../platform/problem';
import { ProcurementCheck } from '../platform/procurement-advice';
import { Amount } from '../ui/amount/amount';
import { formatEuro } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import { Notice } from '../ui/notice/notice';
import { Scroll } from '../ui/table/scroll';
import { type ContractDraft, factsOfDraft } from './contract-draft';
import { contractFormLabels } from './contract-form.labels';
import { awayText } from './contract-look';
import { contractLabels } from './contract.labels';

const YEARS_SHOWN = 5;

/** What follows from a contract while it is typed: cost by year, until when it binds, or why it cannot stand like this. */
@Component({
  selector: 'et-contract-effect',
  imports: [Amount, Notice, ProcurementCheck, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel" aria-live="polite">
      <h2>{{ t().effect }}</h2>
      @if (effect(); as seen) {
        @if (seen.problem; as problem) {
          <et-notice kind="warn" class="et-section--close" [heading]="problem.title">
            <p>{{ problem.detail }}</p>
          </et-notice>
        } @else {
          <p class="et-finding">{{ seen.sentence }}</p>
          <et-scroll [label]="t().effectFact.years">
            <table class="et-table">
              <thead>
                <tr>
                  <th scope="col">{{ words().year }}</th>
                  <th scope="col" class="n">{{ t().effectFact.cost }}</th>
                  <th scope="col" class="n">{{ t().effectFact.bound }}</th>
                </tr>
              </thead>
              <tbody>
                @for (year of seen.years; track year.fiscalYear) {
                  <tr>
                    <th scope="row">{{ year.fiscalYear }}</th>
                    <td class="n"><et-amount form="cents" [cents]="year.costCents" /></td>
                    <td class="n"><et-amount form="cents" [cents]="year.boundCents" /></td>
                  </tr>
                }
              </tbody>
            </table>
          </et-scroll>
        }
      } @else {
        <p class="et-finding">{{ t().effectEmpty }}</p>
      }
    </section>
    @if (value(); as netCents) {
      <section class="et-panel et-section">
        <h2>{{ t().procurement }}</h2>
        <et-procurement-check
          [netCents]="netCents"
          [wantedOn]="draft().startsOn"
          [isFramework]="draft().framework.trim() !== ''"
          [isInHouse]="draft().isInHouse"
        />
      </section>
    }`,
})
export class ContractEffect {
  readonly draft = input.required<ContractDraft>();
  readonly today = input.required<string>();
  protected readonly t = contractFormLabels;
  protected readonly words = contractLabels;

  /** What it is worth without tax, once enough is typed. */
  protected readonly value = computed(() => {
    const facts = factsOfDraft(this.draft());
    if (facts === null || !checkContract(facts, contractHorizon(plainDate(this.today()))).ok) return null;
    return contractValue(facts);
  });

  protected readonly effect = computed(() => {
    const facts = factsOfDraft(this.draft());
    if (facts === null) return null;
    const today = plainDate(this.today());
    const horizon = contractHorizon(today);
    const checked = checkContract(facts, horizon);
    if (!checked.ok) {
      const { code, params } = checked.refusal;
      const text = PROBLEMS[code];
      const detail = fillProblemText(text.detail, { ...params });
      return { problem: { title: fillProblemText(text.title, {}), detail }, sentence: '', years: [] };
    }
    const { years, boundUntil, noticeBy } = reckonContract(facts, today, horizon);
    const words = contractFormLabels();
    const from = facts.term.startsOn > today ? facts.term.startsOn : today;
    const amount = formatEuro(yearlyPriceAt(facts.price, from));
    const sentences = [
      facts.price.period === 'term' ? words.effectTerm(amount) : words.effectYear(amount),
      boundUntil === null ? '' : words.effectBound(formatDate(boundUntil)),
      noticeBy === null ? '' : words.effectNotice(awayText(today, noticeBy)),
    ];
    const shown = years.filter(({ fiscalYear }) => fiscalYear >= Number(today.slice(0, 4))).slice(0, YEARS_SHOWN);
    return { problem: null, sentence: sentences.filter((one) => one !== '').join(' '), years: shown };
  });
}
