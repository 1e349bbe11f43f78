import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ExtraAssessment } from '@etatlotse/contracts/authority/plain';
import { ruleLabels } from '../platform/rule.labels';
import { Amount } from '../ui/amount/amount';
import { extraLabels } from './extra.labels';

/** The printed form beside the one that is filled in: line by line what it has, what is asked for and what it would have. */
@Component({
  selector: 'et-extra-figures',
  imports: [Amount],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@for (item of items(); track item.lineId) {
    <h3 class="et-extra__side">{{ item.name }}</h3>
    <p class="et-small et-muted">{{ item.number }}, {{ item.under }}</p>
    <dl class="et-extra__figures">
      <dt>{{ t().appropriation }}</dt>
      <dd><et-amount [cents]="item.appropriationCents" /></dd>
      <dt>{{ t().grantedBefore }}</dt>
      <dd><et-amount [cents]="item.grantedBeforeCents" /></dd>
      <dt>{{ t().requested }}</dt>
      <dd><et-amount [cents]="item.requestedCents" /></dd>
      <dt class="et-extra__sum">{{ t().newFunds }}</dt>
      <dd class="et-extra__sum"><et-amount [cents]="item.newFundsCents" /></dd>
    </dl>
  }`,
})
export class ExtraFigures {
  readonly assessment = input.required<ExtraAssessment>();
  protected readonly t = extraLabels;
  protected readonly items = computed(() =>
    this.assessment().items.map((item) => ({
      ...item,
      under: `${extraLabels()[item.sphere]} ${ruleLabels().kinds[item.kind]}`,
    })),
  );
}
