import { PASSWORD_MIN_CHARACTERS } from '@etatlotse/contracts/session/plain';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { Button } from '../ui/button/button';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { AcceptLinkStore } from './accept-link.store';
import { GateBar } from './gate-bar';
import { gateLabels } from './gate.labels';

/**
 * Invitation or password reset: one link, one password, then to the login. The secret may stand after `#`, where no server
 * log can see it, or as the last part of the address.
 */
@Component({
  selector: 'et-accept-link-page',
  imports: [Button, GateBar, Notice, RouterLink, TextField],
  providers: [AcceptLinkStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-gate' },
  templateUrl: './accept-link.page.html',
})
export class AcceptLinkPage {
  /** The secret as the last part of the address. */
  readonly token = input<string>();

  protected readonly store = inject(AcceptLinkStore);
  private readonly route = inject(ActivatedRoute);
  protected readonly t = gateLabels;
  protected readonly password = signal('');
  protected readonly isShown = signal(false);
  protected readonly hasTried = signal(false);
  protected readonly isDone = signal(false);
  protected readonly isShort = computed(() => [...this.password()].length < PASSWORD_MIN_CHARACTERS);
  private readonly secret = computed(() => this.token() ?? this.route.snapshot.fragment ?? '');

  constructor() {
    effect(() => {
      const secret = this.secret();
      untracked(() => void this.store.open(secret));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    if (this.isShort()) return;
    this.isDone.set((await this.store.accept.run(this.secret(), this.password())) !== null);
  }
}
