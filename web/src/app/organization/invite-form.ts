import { ChangeDetectionStrategy, Component, computed, input, output, signal, viewChild } from '@angular/core';
import type { UnitRow } from '@etatlotse/contracts/organization/plain';
import type { CreatePerson } from '@etatlotse/contracts/person';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { RoleFields } from './role-fields';
import { userLabels } from './user.labels';

/** A new account, with a role if one is wanted. The role waits for the second person, the account does not. */
@Component({
  selector: 'et-invite-form',
  imports: [Button, Dialog, Notice, RoleFields, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().inviteHeading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-text-field [label]="t().name" [(value)]="name" [error]="hasTried() && !name().trim() ? t().fill : null" />
      <et-text-field type="email" [label]="t().email" [(value)]="email" [error]="emailError()" />
      <p class="et-form-notice">
        <label class="et-check">
          <input type="checkbox" [checked]="withRole()" (change)="withRole.set(!withRole())" /> {{ t().withRole }}
        </label>
      </p>
      @if (withRole()) {
        <div class="et-user__grant">
          <et-role-fields [units]="units()" [tried]="hasTried()" />
          <et-text-field
            type="lines"
            [label]="t().reason"
            [hint]="t().reasonHint"
            [(value)]="reason"
            [error]="hasTried() && !reason().trim() ? t().reasonMissing : null"
          />
          <p class="et-small et-muted">{{ t().second }}</p>
        </div>
      }
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary" icon="person_add">{{ t().invite }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class InviteForm {
  readonly units = input.required<readonly UnitRow[]>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<CreatePerson>();
  readonly closed = output<void>();
  private readonly fields = viewChild(RoleFields);
  protected readonly t = computed(() => userLabels().form);
  protected readonly name = signal('');
  protected readonly email = signal('');
  protected readonly reason = signal('');
  protected readonly withRole = signal(true);
  protected readonly hasTried = signal(false);
  private readonly isEmail = computed(() => /^[^\s@]+@[^\s@]+$/.test(this.email().trim()));
  protected readonly emailError = computed(() => (this.hasTried() && !this.isEmail() ? this.t().emailWrong : null));

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const displayName = this.name().trim();
    const reason = this.reason().trim();
    if (displayName === '' || !this.isEmail()) return;
    const person = { email: this.email().trim(), displayName };
    if (!this.withRole()) return this.confirmed.emit(person);
    const grant = this.fields()?.grant() ?? null;
    if (grant !== null && reason !== '') this.confirmed.emit({ ...person, roles: [grant], reason });
  }
}
