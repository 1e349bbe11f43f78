import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { isId } from '@etatlotse/domain/shared';
import { Button } from '../ui/button/button';
import { PageHead } from '../ui/page-head/page-head';
import { Empty } from '../ui/state/state';
import { ScenarioCard } from './scenario-card';
import { whatIfLabels } from './what-if.labels';

const COMPARED_MAX = 4;

/** Scenarios side by side, each reckoned with the state of today. */
@Component({
  selector: 'et-scenario-compare-page',
  imports: [Button, Empty, PageHead, RouterLink, ScenarioCard],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-page-head
      [question]="t().compareQuestion"
      [crumbs]="[{ label: t().title, link: ['/capacity/what-if'] }]"
    >
      {{ t().compareLead }}
    </et-page-head>
    @if (chosen().length === 0) {
      <section class="et-panel">
        <et-empty icon="compare_arrows" [heading]="t().compareNone">
          <a etButton="secondary" routerLink="/capacity/what-if" queryParamsHandling="preserve">{{ t().title }}</a>
        </et-empty>
      </section>
    } @else {
      <div class="et-grid">
        @for (id of chosen(); track id) {
          <et-scenario-card [scenarioId]="id" />
        }
      </div>
    }`,
})
export class ScenarioComparePage {
  readonly ids = input<string>();
  protected readonly t = whatIfLabels;
  protected readonly chosen = computed(() => (this.ids() ?? '').split(',').filter(isId).slice(0, COMPARED_MAX));
}
