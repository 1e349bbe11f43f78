import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ImportRun } from '@etatlotse/contracts/import/plain';
import { newIdempotencyKey } from '../platform/api';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { ImportRunStore } from './import-run.store';
import { profileLabels } from './profile.labels';

/** Keeps the mapping of an import for the next files of the same source system. */
@Component({
  selector: 'et-profile-save',
  imports: [Button, Dialog, Notice, RouterLink, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (saved(); as name) {
      <p class="et-small" role="status">
        {{ t().savedAs(name) }}
        <a routerLink="/import/profiles" queryParamsHandling="preserve">{{ t().all }}</a>
      </p>
    } @else {
      <button type="button" class="et-link-button" (click)="ask()">{{ t().save }}</button>
    }
    @if (isAsking()) {
      <et-dialog [heading]="t().saveHeading" (closed)="isAsking.set(false)">
        <p class="et-finding">{{ t().saveText }}</p>
        @if (store.saveProfile.problem(); as refused) {
          <et-notice kind="bad" class="et-import__said" [live]="true" [heading]="refused.title">
            <p>{{ refused.detail }}</p>
          </et-notice>
        }
        <form novalidate (submit)="send($event)">
          <et-text-field [label]="t().name" [hint]="t().nameHint" [(value)]="name" [error]="nameError()" />
          <et-text-field
            [label]="t().sourceSystem"
            [hint]="t().sourceSystemHint"
            [(value)]="sourceSystem"
            [error]="systemError()"
          />
          <label class="et-check">
            <input type="checkbox" [checked]="isAutomatic()" (change)="isAutomatic.set(!isAutomatic())" />
            <span>{{ t().automatic }}</span>
          </label>
          <div class="et-actions et-actions--below">
            <button type="submit" etButton="primary" icon="save">{{ t().saveYes }}</button>
            <button type="button" etButton="tertiary" (click)="isAsking.set(false)">{{ t().cancel }}</button>
          </div>
        </form>
      </et-dialog>
    }`,
})
export class ProfileSave {
  readonly run = input.required<ImportRun>();
  protected readonly store = inject(ImportRunStore);
  protected readonly t = profileLabels;
  protected readonly isAsking = signal(false);
  protected readonly saved = signal<string | null>(null);
  protected readonly name = signal('');
  protected readonly sourceSystem = signal('');
  protected readonly isAutomatic = signal(false);
  private readonly hasTried = signal(false);
  /** One form is one profile, however often it is sent. */
  private key = '';
  protected readonly nameError = computed(() => this.missing(this.name(), this.t().nameMissing));
  protected readonly systemError = computed(() => this.missing(this.sourceSystem(), this.t().sourceSystemMissing));

  protected ask(): void {
    this.key = newIdempotencyKey();
    this.isAsking.set(true);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    if (this.nameError() !== null || this.systemError() !== null) return;
    const name = this.name().trim();
    const order = {
      name,
      sourceSystem: this.sourceSystem().trim(),
      importId: this.run().id,
      isAutomatic: this.isAutomatic(),
    };
    const done = await this.store.saveProfile.run(order, this.key);
    if (done === null) return;
    this.isAsking.set(false);
    this.saved.set(name);
  }

  private missing(text: string, sentence: string): string | null {
    return this.hasTried() && text.trim() === '' ? sentence : null;
  }
}
