import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type PlanCopyRecord, type PlanCopyRule, PLANNING_PATHS } from '@etatlotse/contracts/planning/plain';
import { FRAME_CODES } from '@etatlotse/domain/budget';
import { formatRate } from '@etatlotse/domain/shared';
import { frameLabels } from '../platform/frame.labels';
import { language } from '../platform/language';
import { formatEuro } from '../ui/amount/format';
import { formatDateTime } from '../ui/date/format';
import { planCopyLabels } from './plan-copy.labels';
import { planningLabels } from './planning.labels';

/** Who made a version, when, from which one and by which rules, with their sums before and after. */
@Component({
  selector: 'et-plan-copy-record',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (record(); as made) {
    <section class="et-panel">
      <h2>{{ t().record }}</h2>
      <p class="et-section--close">
        {{ sentence() }}
        @if (made.importId; as importId) {
          <a [routerLink]="['/import', importId]" queryParamsHandling="preserve">{{ t().recordImport }}</a>
        }
      </p>
      @if (made.laterYears; as later) {
        <p class="et-small et-muted">{{ t().recordLater[later] }}</p>
      }
      @if (made.basedOnId && made.rules.length === 0) {
        <p class="et-small et-muted">{{ t().recordNoRules }}</p>
      }
      @if (made.rules.length) {
        <ol class="et-plan__history">
          @for (rule of rules(); track $index) {
            <li>
              <p>{{ rule.title }}</p>
              <p class="et-tiny et-muted">{{ rule.how }}</p>
              @for (sum of rule.sums; track $index) {
                <p class="et-tiny et-num">{{ sum }}</p>
              }
            </li>
          }
        </ol>
      }
    </section>
  }`,
})
export class PlanCopyRecordPanel {
  readonly versionId = input.required<string>();
  protected readonly t = planCopyLabels;
  private readonly resource = httpResource<PlanCopyRecord>(() => PLANNING_PATHS.planCopyRecord(this.versionId()));
  protected readonly record = computed(() => (this.resource.hasValue() ? this.resource.value() : null));

  protected readonly sentence = computed(() => {
    const made = this.record();
    if (made === null) return '';
    const words = planCopyLabels();
    const who = made.createdBy ?? words.somebody;
    const when = formatDateTime(made.createdAt);
    if (made.fileName !== null) return words.recordFile(made.fileName, who, when);
    return made.basedOnName === null ? words.recordEmpty(who, when) : words.recordCopy(made.basedOnName, who, when);
  });

  protected readonly rules = computed(() =>
    (this.record()?.rules ?? []).map((rule, at) => {
      const words = planCopyLabels();
      return {
        title: words.recordRule(at + 1, whatOf(rule), ratesOf(rule)),
        how: words.recordHow(words.bases[rule.basis], words.roundings[rule.rounding]),
        sums: rule.effects.map(({ fiscalYear, direction, beforeCents, afterCents }) =>
          words.recordSum(
            fiscalYear,
            direction === 'unclassified' ? '' : planningLabels().directions[direction],
            formatEuro(beforeCents),
            formatEuro(afterCents),
          ),
        ),
      };
    }),
  );
}

/** `Sachkonten, die beginnen mit 42`. */
export function whatOf({ by, value }: Pick<PlanCopyRule, 'by' | 'value'>): string {
  const frame = FRAME_CODES.find((code) => code === value);
  return `${planCopyLabels().bys[by]} ${by === 'frame' && frame !== undefined ? frameLabels().names[frame] : value}`;
}

/** `2027: +2,5 %, 2028: +3 %`. */
export function ratesOf({ rates }: Pick<PlanCopyRule, 'rates'>): string {
  return rates.map(({ fiscalYear, basisPoints }) => `${fiscalYear}: ${formatRate(basisPoints, language())}`).join(', ');
}
