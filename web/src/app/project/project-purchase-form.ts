import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { AddPurchase } from '@etatlotse/contracts/project';
import { ProcurementCheck } from '../platform/procurement-advice';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { AmountField } from '../ui/field/amount-field';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { projectPurchaseLabels } from './project-purchase.labels';

/** What is bought, for how much and by when; the way of its procurement answers while it is typed. */
@Component({
  selector: 'et-project-purchase-form',
  imports: [AmountField, Button, DateField, Dialog, Notice, ProcurementCheck, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().heading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-text-field [label]="t().name" [(value)]="name" [error]="missing(name().trim() === '')" />
      <div class="et-fields-2">
        <et-amount-field [label]="t().net" [(value)]="netCents" [error]="missing(!netCents())" />
        <et-date-field [label]="t().wantedOn" [(value)]="wantedOn" [error]="missing(wantedOn() === null)" />
      </div>
      <et-text-field [label]="t().framework" [hint]="t().frameworkHint" [optional]="true" [(value)]="framework" />
      <label class="et-check">
        <input type="checkbox" [checked]="isInHouse()" (change)="isInHouse.set(!isInHouse())" /> {{ t().inHouse }}
      </label>
      @if (netCents()) {
        <et-procurement-check
          class="et-section"
          [netCents]="netCents()"
          [wantedOn]="wantedOn()"
          [isFramework]="framework().trim() !== ''"
          [isInHouse]="isInHouse()"
        />
      }
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary" icon="check">{{ t().send }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class ProjectPurchaseForm {
  readonly version = input.required<number>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<AddPurchase>();
  readonly closed = output<void>();
  protected readonly t = computed(() => projectPurchaseLabels().dialog);
  protected readonly name = signal('');
  protected readonly netCents = signal<number | null>(null);
  protected readonly wantedOn = signal<string | null>(null);
  protected readonly framework = signal('');
  protected readonly isInHouse = signal(false);
  protected readonly hasTried = signal(false);

  protected missing(isMissing: boolean): string | null {
    return this.hasTried() && isMissing ? this.t().missing : null;
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [name, netCents, wantedOn] = [this.name().trim(), this.netCents(), this.wantedOn()];
    if (name === '' || !netCents || wantedOn === null) return;
    const [framework, isInHouse, version] = [this.framework().trim(), this.isInHouse(), this.version()];
    this.confirmed.emit({ name, netCents, wantedOn, framework, isInHouse, version });
  }
}
