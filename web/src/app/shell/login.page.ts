import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { ProblemMessage } from '../platform/problem';
import { SessionStore } from '../platform/session.store';
import { Button } from '../ui/button/button';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { GateBar } from './gate-bar';
import { gateLabels } from './gate.labels';
import { DemoStore } from './gate.store';

@Component({
  selector: 'et-login-page',
  imports: [Button, GateBar, Notice, TextField],
  providers: [DemoStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-gate' },
  templateUrl: './login.page.html',
})
export class LoginPage {
  /** Where to go on, from the address. */
  readonly next = input<string>();

  protected readonly demo = inject(DemoStore);
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  protected readonly t = gateLabels;
  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly isShown = signal(false);
  protected readonly hasTried = signal(false);
  protected readonly isRunning = signal(false);
  protected readonly problem = signal<ProblemMessage | null>(null);

  protected async login(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    if (!this.email().trim() || !this.password() || this.isRunning()) return;
    this.isRunning.set(true);
    this.problem.set(await this.session.login(this.email().trim(), this.password()));
    this.isRunning.set(false);
    if (this.problem() === null) await this.router.navigateByUrl(ownAddress(this.next()));
  }

  protected take(email: string): void {
    this.email.set(email);
  }
}

/** Only addresses of this very app: a link must not lead a person who just logged in to somebody else. */
export function ownAddress(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) && !next.startsWith('/login') ? next : '/';
}
