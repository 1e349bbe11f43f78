import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { TakeSiteStep } from '@etatlotse/contracts/site';
import type { SiteDetail } from '@etatlotse/contracts/site/plain';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { siteLabels } from './site.labels';

/** A site is closed, or taken into use again. */
@Component({
  selector: 'et-site-step-form',
  imports: [Button, DateField, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="isOpen() ? t().closeHeading : t().reopenHeading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-date-field
        [label]="t().stepDay"
        [(value)]="day"
        [error]="hasTried() && day() === null ? words().fill : null"
      />
      <et-text-field
        type="lines"
        [label]="t().reason"
        [(value)]="reason"
        [error]="hasTried() && reason().trim() === '' ? words().fill : null"
      />
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ isOpen() ? t().close : t().reopen }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ words().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class SiteStepForm {
  readonly site = input.required<SiteDetail>();
  readonly today = input.required<string>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<TakeSiteStep>();
  readonly closed = output<void>();
  protected readonly t = computed(() => siteLabels().page);
  protected readonly words = siteLabels;
  protected readonly isOpen = computed(() => this.site().closedOn === null);
  protected readonly day = linkedSignal<string | null>(() => this.today());
  protected readonly reason = signal('');
  protected readonly hasTried = signal(false);

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [day, reason] = [this.day(), this.reason().trim()];
    if (day === null || reason === '') return;
    this.confirmed.emit({ step: this.isOpen() ? 'close' : 'reopen', day, reason, version: this.site().version });
  }
}
