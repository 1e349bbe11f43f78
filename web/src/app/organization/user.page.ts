import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import type { DelegateRoles, GrantRoles } from '@etatlotse/contracts/person';
import type { OneTimeLink, PersonChoice, PersonRole, Substitute } from '@etatlotse/contracts/person/plain';
import { roleName } from '../platform/role.labels';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDateTime } from '../ui/date/format';
import { Facts } from '../ui/facts/facts';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { DelegateForm } from './delegate-form';
import { GrantForm } from './grant-form';
import { LinkOnce } from './link-once';
import { NameForm } from './name-form';
import { PersonQuestion } from './person-question';
import { UserRoles } from './user-roles';
import { userLabels } from './user.labels';
import { UserStore } from './user.store';

type Open = 'grant' | 'delegate' | 'name' | 'disable' | 'enable';

/** One person: roles, substitutes and the way in. */
@Component({
  selector: 'et-user-page',
  imports: [
    Button,
    DelegateForm,
    Facts,
    Failure,
    GrantForm,
    LinkOnce,
    Loading,
    NameForm,
    Notice,
    PageHead,
    PersonQuestion,
    UserRoles,
  ],
  providers: [UserStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './user.page.html',
})
export class UserPage {
  readonly personId = input.required<string>();
  protected readonly store = inject(UserStore);
  private readonly toasts = inject(Toasts);
  protected readonly t = userLabels;
  protected readonly open = signal<Open | null>(null);
  protected readonly ending = signal<PersonRole | null>(null);
  protected readonly link = signal<OneTimeLink | null>(null);
  protected readonly found = signal<readonly PersonChoice[] | null>(null);

  protected readonly crumbs = computed(() => [
    { label: userLabels().back, link: ['/organization/users'] },
    { label: this.store.person()?.displayName ?? '' },
  ]);
  protected readonly lead = computed(() => {
    const person = this.store.person();
    return person === null ? '' : userLabels().leadPerson(userLabels().statuses[person.status], person.email);
  });
  protected readonly facts = computed(() => {
    const person = this.store.person();
    if (person === null) return [];
    const { accountFacts, statuses, never, neverChanged, neverSet } = userLabels();
    return [
      { term: accountFacts.status, text: statuses[person.status] },
      { term: accountFacts.created, text: formatDateTime(person.createdAt) },
      { term: accountFacts.lastSeen, text: person.lastSeenAt === null ? never : formatDateTime(person.lastSeenAt) },
      {
        term: accountFacts.password,
        text:
          person.passwordChangedAt === null
            ? person.status === 'invited'
              ? neverSet
              : neverChanged
            : formatDateTime(person.passwordChangedAt),
      },
      { term: accountFacts.sessions, text: formatNumber(person.openSessions) },
    ];
  });
  protected readonly endingName = computed(() => {
    const role = this.ending();
    return role === null ? '' : roleName(role.role, role.kind);
  });
  protected readonly refused = computed(() => this.store.issueLink.problem() ?? this.store.endLogins.problem());

  constructor() {
    effect(() => this.store.personId.set(this.personId()));
  }

  protected start(open: Open): void {
    this.store.clear();
    this.found.set(null);
    this.open.set(open);
  }

  protected startEnding(role: PersonRole): void {
    this.store.clear();
    this.ending.set(role);
  }

  protected async search(q: string): Promise<void> {
    const found = await this.store.choices.run(q);
    if (found !== null) this.found.set(found.filter(({ id }) => id !== this.personId()));
  }

  protected async grant(grant: GrantRoles): Promise<void> {
    const granted = await this.store.grant.run(grant);
    const { done } = userLabels();
    if (granted !== null) this.finish(granted.approvalId === null ? done.granted : done.asked);
  }

  protected async delegate(delegation: DelegateRoles): Promise<void> {
    const delegated = await this.store.delegate.run(delegation);
    const { done } = userLabels();
    if (delegated !== null) this.finish(delegated.approvalId === null ? done.delegated : done.delegationAsked);
  }

  protected async rename(displayName: string): Promise<void> {
    const changed = await this.store.change.run({ version: this.version(), displayName });
    if (changed !== null) this.finish(userLabels().renamed);
    else this.store.reload();
  }

  protected async setStatus(status: 'active' | 'disabled'): Promise<void> {
    const changed = await this.store.change.run({ version: this.version(), status });
    if (changed !== null) this.finish(status === 'active' ? userLabels().enabled : userLabels().disabled);
  }

  protected async endRole(): Promise<void> {
    const role = this.ending();
    if (role === null || (await this.store.endRole.run(role.assignmentId)) === null) return;
    this.ending.set(null);
    this.finish(userLabels().ended);
  }

  protected async endSubstitute(substitute: Substitute): Promise<void> {
    if ((await this.store.endSubstitute.run(substitute.assignmentId)) !== null) {
      this.finish(userLabels().substituteEnded);
    }
  }

  protected async issueLink(): Promise<void> {
    this.store.clear();
    const issued = await this.store.issueLink.run();
    if (issued === null) return;
    if (issued.link === null) this.toasts.show(userLabels().done.linkAsked);
    this.link.set(issued.link);
  }

  protected async endLogins(): Promise<void> {
    this.store.clear();
    const ended = await this.store.endLogins.run();
    if (ended !== null) this.finish(userLabels().loginsEnded(formatNumber(ended.ended)));
  }

  private finish(said: string): void {
    this.toasts.show(said);
    this.open.set(null);
    this.store.reload();
  }

  private version(): number {
    return this.store.person()?.version ?? 0;
  }
}
