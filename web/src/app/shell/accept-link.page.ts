import { PASSWORD_MIN_CHARACTERS } from '@etatlotse/contracts/session/plain';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button } from '../ui/button/button';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { GateBar } from './gate-bar';
import { gateLabels } from './gate.labels';
import { GateStore } from './gate.store';

/** Invitation or password reset: one link, one password, then to the login. */
@Component({
  selector: 'et-accept-link-page',
  imports: [Button, GateBar, Notice, RouterLink, TextField],
  providers: [GateStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-gate' },
  template: `<et-gate-bar />
    <main class="et-gate__main" id="content">
      @if (isDone()) {
        <h1>{{ t().savedTitle }}</h1>
        <p class="et-muted">{{ t().savedText }}</p>
        <p class="et-actions et-actions--below">
          <a etButton="primary" routerLink="/login">{{ t().toLogin }}</a>
        </p>
      } @else {
        <h1>{{ t().linkTitle }}</h1>
        <p class="et-muted">{{ t().linkLead }}</p>
        <form class="et-panel" novalidate (submit)="save($event)">
          @if (store.accept.problem(); as refused) {
            <et-notice kind="bad" class="et-gate__refusal" [live]="true" [heading]="refused.title">
              <p>{{ refused.detail }}</p>
            </et-notice>
          }
          <et-text-field
            autocomplete="new-password"
            [type]="isShown() ? 'text' : 'password'"
            [label]="t().newPassword"
            [hint]="t().newPasswordHint"
            [(value)]="password"
            [error]="hasTried() && isShort() ? t().passwordShort : null"
          />
          <label class="et-check et-gate__note"
            ><input type="checkbox" [checked]="isShown()" (change)="isShown.set(!isShown())" />{{ t().show }}</label
          >
          <button type="submit" etButton="primary">{{ t().save }}</button>
        </form>
      }
    </main>`,
})
export class AcceptLinkPage {
  /** One-time token from the address. */
  readonly token = input.required<string>();

  protected readonly store = inject(GateStore);
  protected readonly t = gateLabels;
  protected readonly password = signal('');
  protected readonly isShown = signal(false);
  protected readonly hasTried = signal(false);
  protected readonly isDone = signal(false);
  protected readonly isShort = computed(() => [...this.password()].length < PASSWORD_MIN_CHARACTERS);

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    if (this.isShort()) return;
    this.isDone.set((await this.store.accept.run(this.token(), this.password())) !== null);
  }
}
