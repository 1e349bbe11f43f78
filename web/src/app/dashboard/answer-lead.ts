import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Amount } from '../ui/amount/amount';
import { overviewLabels } from './overview.labels';
import type { Answer } from './overview.sentences';

/** The answer under the question, its amount in bold; on the live page it opens its proof. */
@Component({
  selector: 'et-answer-lead',
  imports: [Amount],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-answer' },
  template: `{{ answer().before }}
    @if (answer().cents !== null) {
      <et-amount
        class="et-strong"
        [cents]="answer().cents"
        [of]="t().measures.available + ', ' + t().knownFrames"
        [proof]="proof()"
      />{{ answer().after }}
    }
    {{ answer().remark }}`,
})
export class AnswerLead {
  readonly answer = input.required<Answer>();
  readonly proof = input<string>();
  protected readonly t = overviewLabels;
}
