import { DOCUMENT } from '@angular/common';
import { PASSWORD_MIN_CHARACTERS } from '@etatlotse/contracts/session/plain';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { problemOf } from '../platform/problem';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { formatDate, formatDateTime } from '../ui/date/format';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { Toasts } from '../ui/toast/toasts';
import { accountLabels } from './account.labels';
import { AccountSubstitutes } from './account-substitutes';
import { AccountStore } from './account.store';

const DAYS = ['30', '90', '365'] as const;

@Component({
  selector: 'et-account-page',
  imports: [AccountSubstitutes, Button, Choice, Failure, Loading, Notice, PageHead, Scroll, Tag, TextField],
  providers: [AccountStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './account.page.html',
})
export class AccountPage {
  protected readonly store = inject(AccountStore);
  private readonly toasts = inject(Toasts);
  private readonly document = inject(DOCUMENT);
  protected readonly t = accountLabels;
  protected readonly date = formatDate;
  protected readonly dateTime = formatDateTime;
  protected readonly problemOf = problemOf;

  protected readonly tokenName = signal('');
  protected readonly tokenDays = signal<string | null>('90');
  protected readonly hasTriedToken = signal(false);
  protected readonly newToken = signal<string | null>(null);
  protected readonly current = signal('');
  protected readonly wanted = signal('');
  protected readonly hasTriedPassword = signal(false);

  protected readonly lead = computed(() => {
    const count = this.store.sessionRows().length;
    return count > 1 ? accountLabels().lead(formatNumber(count)) : accountLabels().leadOne;
  });
  protected readonly dayOptions = computed(() =>
    DAYS.map((value, index) => ({ value, label: accountLabels().dayChoices[index] ?? value })),
  );
  protected readonly isShort = computed(() => [...this.wanted()].length < PASSWORD_MIN_CHARACTERS);

  protected async end(id: string): Promise<void> {
    if ((await this.store.end.run(id)) === null) return;
    this.toasts.show(accountLabels().ended);
    this.store.sessions.reload();
  }

  protected async endOthers(): Promise<void> {
    if ((await this.store.endOthers.run()) === null) return;
    this.toasts.show(accountLabels().endedOthers);
    this.store.sessions.reload();
  }

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTriedToken.set(true);
    const name = this.tokenName().trim();
    if (!name) return;
    const made = await this.store.create.run(name, Number(this.tokenDays()));
    if (!made) return;
    this.newToken.set(made.token);
    this.tokenName.set('');
    this.hasTriedToken.set(false);
    this.store.tokens.reload();
  }

  protected async copy(token: string): Promise<void> {
    await this.document.defaultView?.navigator.clipboard.writeText(token);
    this.toasts.show(accountLabels().copied);
  }

  protected async revoke(id: string): Promise<void> {
    if ((await this.store.revoke.run(id)) === null) return;
    this.toasts.show(accountLabels().revoked);
    this.store.tokens.reload();
  }

  protected async changePassword(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTriedPassword.set(true);
    if (!this.current() || this.isShort()) return;
    if ((await this.store.change.run(this.current(), this.wanted())) === null) return;
    this.current.set('');
    this.wanted.set('');
    this.hasTriedPassword.set(false);
    this.toasts.show(accountLabels().saved);
    this.store.sessions.reload();
  }
}
