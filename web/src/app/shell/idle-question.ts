import { ChangeDetectionStrategy, Component, computed, effect, inject } from '@angular/core';
import { Router } from '@angular/router';
import { SessionStore } from '../platform/session.store';
import { Button } from '../ui/button/button';
import { formatTime } from '../ui/date/format';
import { Dialog } from '../ui/dialog/dialog';
import { shellLabels } from './shell.labels';

/** Two minutes before an idle login ends: one question, one button. */
@Component({
  selector: 'et-idle-question',
  imports: [Button, Dialog],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (session.endsSoon() && !session.hasEnded()) {
    <et-dialog [heading]="t().idleTitle" (closed)="session.stay()">
      <p>{{ sentence() }}</p>
      <div class="et-actions et-actions--below">
        <button type="button" etButton="primary" (click)="session.stay()">{{ t().stay }}</button>
        <button type="button" etButton="tertiary" (click)="leave()">{{ t().logout }}</button>
      </div>
    </et-dialog>
  }`,
})
export class IdleQuestion {
  protected readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  protected readonly t = shellLabels;
  protected readonly sentence = computed(() =>
    shellLabels().idleText(formatTime(new Date(this.session.endsAtMs() ?? 0).toISOString())),
  );

  constructor() {
    effect(() => {
      if (this.session.hasEnded()) void this.leave(this.router.url);
    });
  }

  protected async leave(next?: string): Promise<void> {
    await this.session.logout();
    await this.router.navigate(['/login'], { queryParams: { next } });
  }
}
