import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Icon } from '../icon/icon';
import { labels } from '../language/language';
import { Toasts, type Toast } from './toasts';

const words = labels({ de: { close: 'Meldung schließen' }, en: { close: 'Close message' } });

/** The corner where deeds are confirmed; the shell holds exactly one. */
@Component({
  selector: 'et-toast-list',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-toasts', role: 'status', 'aria-live': 'polite' },
  template: `@for (toast of toasts.shown(); track toast.id) {
    <div class="et-toast">
      <et-icon name="check_circle" class="et-icon--ok" />
      <p>{{ toast.text }}</p>
      @if (toast.action) {
        <button type="button" class="et-link-button" (click)="act(toast)">{{ toast.action }}</button>
      }
      <button type="button" class="et-icon-button" [attr.aria-label]="t().close" (click)="toasts.remove(toast.id)">
        <et-icon name="close" [small]="true" />
      </button>
    </div>
  }`,
})
export class ToastList {
  protected readonly toasts = inject(Toasts);
  protected readonly t = words;

  protected act(toast: Toast): void {
    toast.act?.();
    this.toasts.remove(toast.id);
  }
}
