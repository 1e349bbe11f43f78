import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  CAPACITY_PATHS,
  type ParameterEntry,
  type ParameterHistory,
  type ParameterRow,
} from '@etatlotse/contracts/capacity/plain';
import { PARAMETER_KINDS } from '@etatlotse/domain/capacity';
import { addDays, plainDate } from '@etatlotse/domain/shared';
import { query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { paged } from '../platform/paged';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { capacityLabels } from './capacity.labels';
import { figureName, figureText, holdingIn } from './parameter-look';
import { ParameterWithdrawal } from './parameter-withdrawal';
import { parameterLabels } from './parameter.labels';

/** The dated figures of the city: which hold in the year, and everything that was ever recorded. */
@Component({
  selector: 'et-parameter-list-page',
  imports: [Button, Empty, Failure, Loading, PageHead, ParameterWithdrawal, RouterLink, Scroll, Select, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './parameter-list.page.html',
})
export class ParameterListPage {
  readonly kind = input<string>();
  private readonly router = inject(Router);
  protected readonly year = inject(FiscalYear).year;
  private readonly permissions = inject(Permissions);
  protected readonly t = parameterLabels;
  protected readonly words = capacityLabels;
  protected readonly date = formatDate;
  protected readonly nameOf = figureName;
  protected readonly valueOf = figureText;
  protected readonly mayWrite = computed(() => this.permissions.has('staffing.write'));
  protected readonly withdrawing = signal<ParameterEntry | null>(null);

  private readonly answer = httpResource<readonly ParameterRow[]>(() => CAPACITY_PATHS.parameters);
  protected readonly failure = computed(() => {
    const error = this.answer.error();
    return error ? problemOf(error) : null;
  });
  protected readonly figures = computed(() =>
    this.answer.hasValue() ? holdingIn(this.answer.value(), this.year()) : null,
  );
  protected readonly history = paged<ParameterEntry, ParameterHistory>(CAPACITY_PATHS.parameterHistory, () =>
    query({ kind: this.kind() }),
  );
  protected readonly kinds = computed(() =>
    PARAMETER_KINDS.map((value) => ({ value, label: capacityLabels().kinds[value] })),
  );
  protected readonly lead = computed(() => {
    const figures = this.figures();
    if (figures === null) return '';
    const words = this.t();
    if (figures.length === 0) return words.leadNone;
    const examples = figures.filter(({ isExample }) => isExample).length;
    return [
      figures.length === 1 ? words.leadOne : words.lead(formatNumber(figures.length)),
      examples === 0 ? '' : words.examples(formatNumber(examples)),
    ]
      .filter((sentence) => sentence !== '')
      .join(' ');
  });

  protected dayBefore(day: string | null): string {
    return day === null ? '–' : formatDate(addDays(plainDate(day), -1));
  }

  protected who(name: string | null, at: string): string {
    const day = formatDate(at.slice(0, 10));
    return name === null ? `${this.t().demo}, ${day}` : this.t().by(name, day);
  }

  protected filter(kind: string | null): void {
    void this.router.navigate([], { queryParams: { kind }, queryParamsHandling: 'merge' });
  }

  protected withdrawn(): void {
    this.withdrawing.set(null);
    this.reload();
  }

  protected reload(): void {
    this.answer.reload();
    this.history.reload();
  }
}
