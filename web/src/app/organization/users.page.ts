import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CreatePerson } from '@etatlotse/contracts/person';
import { type OneTimeLink, PERSON_STATUSES } from '@etatlotse/contracts/person/plain';
import { ROLES } from '@etatlotse/domain/access';
import { newIdempotencyKey } from '../platform/api';
import { roleLabels } from '../platform/role.labels';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { formatDateTime } from '../ui/date/format';
import { TextField } from '../ui/field/text-field';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { Toasts } from '../ui/toast/toasts';
import { InviteForm } from './invite-form';
import { LinkOnce } from './link-once';
import { OrganizationTabs } from './organization-tabs';
import { roleLine, STATUS_LOOKS } from './person-words';
import { userLabels } from './user.labels';
import { UsersStore } from './users.store';

/** Everybody with an account and what they may do. Search and filters stand in the address. */
@Component({
  selector: 'et-users-page',
  imports: [
    Button,
    Empty,
    Failure,
    InviteForm,
    LinkOnce,
    Loading,
    OrganizationTabs,
    PageHead,
    RouterLink,
    Scroll,
    Select,
    Tag,
    TextField,
  ],
  providers: [UsersStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './users.page.html',
})
export class UsersPage {
  /** `?q=`, `?status=` and `?role=` of the address. */
  readonly q = input<string>();
  readonly status = input<string>();
  readonly role = input<string>();
  protected readonly store = inject(UsersStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly t = userLabels;
  protected readonly looks = STATUS_LOOKS;
  protected readonly roleLine = roleLine;
  protected readonly dateTime = formatDateTime;
  protected readonly isInviting = signal(false);
  protected readonly link = signal<OneTimeLink | null>(null);
  private key = newIdempotencyKey();

  protected readonly statuses = computed(() =>
    PERSON_STATUSES.map((value) => ({ value, label: userLabels().statuses[value] })),
  );
  protected readonly roles = computed(() => ROLES.map((value) => ({ value, label: roleLabels().roles[value] })));

  constructor() {
    effect(() => this.store.wanted.set({ q: this.q(), status: this.status(), role: this.role() }));
  }

  protected filter(key: 'q' | 'status' | 'role', value: string | null): void {
    void this.router.navigate([], { queryParams: { [key]: value || null }, queryParamsHandling: 'merge' });
  }

  protected clear(): void {
    const queryParams = { q: null, status: null, role: null };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected start(): void {
    this.key = newIdempotencyKey();
    this.store.invite.clear();
    this.isInviting.set(true);
  }

  protected async invite(person: CreatePerson): Promise<void> {
    const made = await this.store.invite.run(person, this.key);
    if (made === null) return;
    this.isInviting.set(false);
    const { done } = userLabels();
    const said = done.invited(person.displayName);
    this.toasts.show(made.approvalId === null ? said : `${said} ${done.asked}`);
    this.link.set(made.link);
    this.store.reload();
  }
}
