import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { PersonChoice as Person } from '@etatlotse/contracts/person/plain';
import { problemOf } from '../platform/problem';
import { roleName } from '../platform/role.labels';
import { SessionStore } from '../platform/session.store';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { DateField } from '../ui/field/date-field';
import { Notice } from '../ui/notice/notice';
import { PersonChoice } from '../ui/person-choice/person-choice';
import { Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Toasts } from '../ui/toast/toasts';
import { accountLabels } from './account.labels';
import { SubstitutesStore } from './substitutes.store';

/** Who stands in for me, until when. Nobody needs to agree: the responsibility stays with whoever hands over. */
@Component({
  selector: 'et-account-substitutes',
  imports: [Button, DateField, Failure, Loading, Notice, PersonChoice, Scroll],
  providers: [SubstitutesStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './account-substitutes.html',
})
export class AccountSubstitutes {
  protected readonly store = inject(SubstitutesStore);
  private readonly session = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  protected readonly t = computed(() => accountLabels().substitutes);
  protected readonly problemOf = problemOf;

  protected readonly found = signal<readonly Person[] | null>(null);
  protected readonly substituteId = signal<string | null>(null);
  protected readonly validFrom = signal<string | null>(null);
  protected readonly validTo = signal<string | null>(null);
  protected readonly hasTried = signal(false);
  /** Only roles of one's own can be handed over, not those one holds for somebody else. */
  protected readonly hasRoles = computed(() =>
    this.session.roles().some(({ substituteForName }) => substituteForName === null),
  );
  protected readonly rows = computed(() =>
    this.store.rows().map((row) => {
      const role = roleName(row.role, null);
      const place = row.unitName ?? row.bodyName;
      return {
        ...row,
        roleText: place === null ? role : `${role}, ${place}`,
        period: this.t().fromTo(formatDate(row.validFrom), formatDate(row.validTo)),
      };
    }),
  );

  protected async search(q: string): Promise<void> {
    const found = await this.store.choices.run(q);
    if (found !== null) this.found.set(found);
  }

  protected async name(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    const substituteId = this.substituteId();
    const validFrom = this.validFrom();
    const validTo = this.validTo();
    if (substituteId === null || validTo === null) return;
    const order = { substituteId, validTo, ...(validFrom === null ? {} : { validFrom }) };
    if ((await this.store.delegate.run(order)) === null) return;
    this.toasts.show(this.t().named);
    this.found.set(null);
    this.substituteId.set(null);
    this.hasTried.set(false);
    this.store.list.reload();
  }

  protected async end(assignmentId: string): Promise<void> {
    if ((await this.store.end.run(assignmentId)) === null) return;
    this.toasts.show(this.t().ended);
    this.store.list.reload();
  }
}
