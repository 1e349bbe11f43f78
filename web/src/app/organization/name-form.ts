import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { userLabels } from './user.labels';

/** Another name for a person, for example after a marriage. */
@Component({
  selector: 'et-name-form',
  imports: [Button, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().renameHeading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-text-field [label]="t().name" [(value)]="typed" [error]="hasTried() && !typed().trim() ? t().fill : null" />
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ t().save }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class NameForm {
  readonly name = input.required<string>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<string>();
  readonly closed = output<void>();
  protected readonly t = computed(() => userLabels().form);
  protected readonly typed = linkedSignal(() => this.name());
  protected readonly hasTried = signal(false);

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const name = this.typed().trim();
    if (name !== '') this.confirmed.emit(name);
  }
}
