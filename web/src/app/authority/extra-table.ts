import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ExtraAssessment } from '@etatlotse/contracts/authority/plain';
import { EXTRA_SPHERES } from '@etatlotse/domain/authority';
import { ruleLabels } from '../platform/rule.labels';
import { Amount } from '../ui/amount/amount';
import { Scroll } from '../ui/table/scroll';
import { extraLabels } from './extra.labels';

/** The printed form: every line with what it has, what is asked for and what it would have; each side by itself. */
@Component({
  selector: 'et-extra-table',
  imports: [Amount, RouterLink, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './extra-table.html',
})
export class ExtraTable {
  readonly assessment = input.required<ExtraAssessment>();
  readonly linksLines = input(true);
  protected readonly t = extraLabels;
  protected readonly rules = ruleLabels;
  protected readonly sides = computed(() =>
    EXTRA_SPHERES.flatMap((sphere) => {
      const items = this.assessment().items.filter((item) => item.sphere === sphere);
      return items.length === 0
        ? []
        : [{ sphere, name: extraLabels()[sphere], items, sum: this.assessment().totals[sphere] }];
    }),
  );
}
