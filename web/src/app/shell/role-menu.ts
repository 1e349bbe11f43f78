import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { SessionStore } from '../platform/session.store';
import { Icon } from '../ui/icon/icon';
import { shellLabels } from './shell.labels';
import { Shortcuts } from './shortcuts';

/** Role and unit, never a person's name; behind it the own account and the way out. */
@Component({
  selector: 'et-role-menu',
  imports: [Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    class: 'et-role',
    '(keydown.escape)': 'isOpen.set(false)',
    '(document:click)': 'closeOutside($event)',
  },
  template: `<button
      type="button"
      class="et-icon-button"
      aria-haspopup="true"
      aria-controls="et-role-menu"
      [attr.aria-expanded]="isOpen()"
      (click)="isOpen.set(!isOpen())"
    >
      <et-icon name="account_circle" />
      <span
        >{{ role() }}
        @if (unit()) {
          <span class="et-muted">· {{ unit() }}</span>
        }
      </span>
    </button>
    @if (isOpen()) {
      <ul class="et-menu" id="et-role-menu">
        <li class="et-menu__who">
          <span class="et-strong">{{ session.session()?.person?.displayName }}</span>
          <span class="et-tiny et-muted">{{ session.session()?.person?.email }}</span>
        </li>
        <li>
          <a routerLink="/account" (click)="isOpen.set(false)"><et-icon name="key" />{{ t().sessions }}</a>
        </li>
        <li>
          <button type="button" (click)="showMap()"><et-icon name="keyboard" />{{ t().keyboard }}</button>
        </li>
        <li>
          <a routerLink="/help" (click)="isOpen.set(false)"><et-icon name="help" />{{ t().entries.help }}</a>
        </li>
        <li>
          <button type="button" (click)="leave()"><et-icon name="logout" />{{ t().logout }}</button>
        </li>
      </ul>
    }`,
})
export class RoleMenu {
  protected readonly session = inject(SessionStore);
  private readonly shortcuts = inject(Shortcuts);
  private readonly router = inject(Router);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly t = shellLabels;
  protected readonly isOpen = signal(false);

  protected readonly role = computed(() => {
    const role = this.session.role();
    return role ? shellLabels().roles[role] : '';
  });
  protected readonly unit = computed(() => {
    const role = this.session.role();
    const own = this.session.roles().find((entry) => entry.role === role);
    return own?.unitCode ?? (role === 'committee' || role === 'auditor' ? shellLabels().readOnly : '');
  });

  protected showMap(): void {
    this.isOpen.set(false);
    this.shortcuts.mapOpen.set(true);
  }

  protected async leave(): Promise<void> {
    this.isOpen.set(false);
    await this.session.logout();
    await this.router.navigate(['/login']);
  }

  protected closeOutside(event: Event): void {
    if (!this.host.nativeElement.contains(event.target as Node)) this.isOpen.set(false);
  }
}
