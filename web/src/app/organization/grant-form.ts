import { ChangeDetectionStrategy, Component, computed, input, output, signal, viewChild } from '@angular/core';
import type { UnitRow } from '@etatlotse/contracts/organization/plain';
import type { GrantRoles } from '@etatlotse/contracts/person';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { RoleFields } from './role-fields';
import { userLabels } from './user.labels';

/** Asks for one more role. The reason is what the second person reads. */
@Component({
  selector: 'et-grant-form',
  imports: [Button, Dialog, Notice, RoleFields, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().grantHeading(name())" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-role-fields [units]="units()" [tried]="hasTried()" />
      <et-text-field
        type="lines"
        [label]="t().reason"
        [hint]="t().reasonHint"
        [(value)]="reason"
        [error]="hasTried() && !reason().trim() ? t().reasonMissing : null"
      />
      <p class="et-small et-muted">{{ t().second }}</p>
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ t().grant }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class GrantForm {
  readonly name = input.required<string>();
  readonly units = input.required<readonly UnitRow[]>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<GrantRoles>();
  readonly closed = output<void>();
  private readonly fields = viewChild.required(RoleFields);
  protected readonly t = computed(() => userLabels().form);
  protected readonly reason = signal('');
  protected readonly hasTried = signal(false);

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const grant = this.fields().grant();
    const reason = this.reason().trim();
    if (grant !== null && reason !== '') this.confirmed.emit({ roles: [grant], reason });
  }
}
