import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { OneTimeLink } from '@etatlotse/contracts/person/plain';
import { Button } from '../ui/button/button';
import { formatDateTime } from '../ui/date/format';
import { Dialog } from '../ui/dialog/dialog';
import { Toasts } from '../ui/toast/toasts';
import { userLabels } from './user.labels';

/**
 * A one-time link, shown once. It carries its secret behind `#`, so that it never reaches a server's log; when the dialog
 * closes nobody can see it again.
 */
@Component({
  selector: 'et-link-once',
  imports: [Button, Dialog],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().heading" (closed)="closed.emit()">
    <p>{{ t()[link().purpose] }} {{ once() }}</p>
    <code class="et-user__link et-section--close" [attr.aria-label]="t().label">{{ address() }}</code>
    <div class="et-actions et-actions--below">
      <button type="button" etButton="primary" icon="content_copy" data-focus-first (click)="copy()">
        {{ t().copy }}
      </button>
      <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().done }}</button>
    </div>
  </et-dialog>`,
})
export class LinkOnce {
  readonly link = input.required<OneTimeLink>();
  readonly closed = output<void>();
  private readonly document = inject(DOCUMENT);
  private readonly toasts = inject(Toasts);
  protected readonly t = computed(() => userLabels().link);
  protected readonly once = computed(() => userLabels().link.once(formatDateTime(this.link().expiresAt)));
  protected readonly address = computed(() => `${this.document.location.origin}${this.link().path}`);

  protected async copy(): Promise<void> {
    await this.document.defaultView?.navigator.clipboard.writeText(this.address());
    this.toasts.show(userLabels().link.copied);
  }
}
