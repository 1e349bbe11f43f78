import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Demand } from '@etatlotse/contracts/demand/plain';
import { ACCOUNTING_PATHS, type DemandResult as Result, type Shortage } from '@etatlotse/contracts/portfolio/plain';
import { frameLabels } from '../platform/frame.labels';
import { Permissions } from '../platform/permission';
import { formatEuro, formatFte } from '../ui/amount/format';
import { Notice } from '../ui/notice/notice';
import { demandResultLabels } from './demand-result.labels';

/** What became of a planned demand: its year, its plan to the cent, and cover that fell away since. */
@Component({
  selector: 'et-demand-result',
  imports: [Notice, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (result(); as known) {
    <section class="et-panel">
      <h2>{{ t().heading }}</h2>
      @if (shortages().length) {
        <et-notice kind="bad" class="et-form-notice" [heading]="t().lost">
          <ul>
            @for (one of shortages(); track one) {
              <li>{{ one }}</li>
            }
          </ul>
          <p>{{ t().lostHint }}</p>
        </et-notice>
      }
      @if (known.startYear) {
        <p>{{ t().begins(known.startYear + '') }}</p>
      }
      @for (plan of known.plans; track plan.versionId) {
        <p>
          {{ t().inPlan(plan.versionName, t().states[plan.versionState], euro(plan.amountCents)) }}
          @if (plan.projectId && mayOpenProject()) {
            <a [routerLink]="['/projects', plan.projectId]" queryParamsHandling="preserve">{{ t().project }}</a>
          }
        </p>
      } @empty {
        <p class="et-muted">{{ t().notInPlan }}</p>
      }
    </section>
  }`,
})
export class DemandResult {
  readonly demand = input.required<Demand>();
  private readonly permissions = inject(Permissions);
  protected readonly t = demandResultLabels;
  protected readonly euro = formatEuro;
  private readonly resource = httpResource<Result>(() => {
    const { id, state } = this.demand();
    return state === 'planned' || state === 'adopted' ? ACCOUNTING_PATHS.result(id) : undefined;
  });
  protected readonly result = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  protected readonly shortages = computed(() => (this.result()?.shortages ?? []).map(textOf));
  protected readonly mayOpenProject = computed(() => this.permissions.has('project.read'));
}

function textOf(shortage: Shortage): string {
  const t = demandResultLabels();
  switch (shortage.kind) {
    case 'euro':
      return t.euro(
        formatEuro(shortage.missingCents),
        frameLabels().names[shortage.frame],
        String(shortage.fiscalYear),
      );
    case 'introduction':
    case 'operation':
      return t[shortage.kind](formatFte(shortage.missingThousandths / 1000, 2), String(shortage.fiscalYear));
    default:
      return '';
  }
}
