import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { AuditEntry } from '@etatlotse/contracts/audit';
import { isPlainDate } from '@etatlotse/domain/shared';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { formatDateTime } from '../ui/date/format';
import { DateField } from '../ui/field/date-field';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { auditActionLabels } from './audit-actions.labels';
import { AuditProof } from './audit-proof';
import { actionWords, detailFacts, detailWords, subjectWords } from './audit-words';
import { auditLabels } from './audit.labels';
import { AuditStore } from './audit.store';

/** Pages on which a subject of the log can be seen; those of the budget only for who may see it. */
const BUDGET_PAGES: Readonly<Record<string, string | undefined>> = {
  budget_line: '/budget/lines',
  import: '/import',
  plan_version: '/planning',
};

/** Who did what: the audit log, filtered by the address, and the check that nobody has touched it. */
@Component({
  selector: 'et-audit-page',
  imports: [AuditProof, Button, DateField, Empty, Failure, Loading, PageHead, RouterLink, Scroll, Select],
  providers: [AuditStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './audit.page.html',
})
export class AuditPage {
  readonly action = input<string>();
  readonly subject = input<string>();
  readonly id = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();

  protected readonly store = inject(AuditStore);
  private readonly router = inject(Router);
  protected readonly t = auditLabels;
  protected readonly dateTime = formatDateTime;
  protected readonly actionWords = actionWords;
  protected readonly subjectWords = subjectWords;
  protected readonly detailWords = detailWords;
  protected readonly detailFacts = detailFacts;
  protected readonly actions = computed(() => optionsOf(auditActionLabels()));
  protected readonly subjects = computed(() => optionsOf(this.t().subjects));

  constructor() {
    effect(() =>
      this.store.view.set({
        action: this.action(),
        subjectType: this.subject(),
        subjectId: this.id(),
        from: dayOf(this.from()),
        to: dayOf(this.to()),
      }),
    );
  }

  protected set(name: string, value: string | null): void {
    void this.router.navigate([], { queryParams: { [name]: value }, queryParamsHandling: 'merge' });
  }

  protected clear(): void {
    const none = { action: null, subject: null, id: null, from: null, to: null };
    void this.router.navigate([], { queryParams: none, queryParamsHandling: 'merge' });
  }

  /** Where the subject can be looked at, or null. */
  protected linkOf({ subjectType, subjectId }: AuditEntry): readonly string[] | null {
    if (subjectType === 'person') return ['/organization/users', subjectId];
    const page = this.store.seesBudget() ? BUDGET_PAGES[subjectType] : undefined;
    return page === undefined ? null : [page, subjectId];
  }

  protected day(value: string | undefined): string | null {
    return dayOf(value) ?? null;
  }
}

const dayOf = (value: string | undefined): string | undefined =>
  value !== undefined && isPlainDate(value) ? value : undefined;

function optionsOf(words: Readonly<Record<string, string>>): { readonly value: string; readonly label: string }[] {
  return Object.entries(words)
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
