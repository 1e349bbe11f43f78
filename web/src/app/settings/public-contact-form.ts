import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import type { PublicContact, PublicContactKind } from '@etatlotse/contracts/settings/plain';
import { Button } from '../ui/button/button';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { Toasts } from '../ui/toast/toasts';
import { CityStore } from './city.store';
import { publicContactLabels } from './public-contact.labels';

/** The facts of one office; all of them or none, and where they were read. */
@Component({
  selector: 'et-public-contact-form',
  imports: [Button, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<form class="et-section--close" novalidate [attr.aria-label]="t().kinds[kind()]" (submit)="save($event)">
    @if (hasTried() && store.setContact.problem(); as refused) {
      <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
        <p>{{ refused.detail }}</p>
      </et-notice>
    }
    <et-text-field [label]="t().name" [(value)]="name" [error]="missing(name())" />
    <et-text-field type="lines" [label]="t().address" [(value)]="address" [error]="missing(address())" />
    <et-text-field type="email" [label]="t().email" [(value)]="email" [error]="emailError()" />
    <et-text-field [label]="t().source" [hint]="t().sourceHint" [(value)]="source" [error]="missing(source())" />
    <button type="submit" etButton="secondary">{{ t().save }}</button>
  </form>`,
})
export class PublicContactForm {
  readonly kind = input.required<PublicContactKind>();
  readonly contact = input.required<PublicContact | null>();
  protected readonly store = inject(CityStore);
  private readonly toasts = inject(Toasts);
  protected readonly t = publicContactLabels;
  protected readonly name = linkedSignal(() => this.contact()?.name ?? '');
  protected readonly address = linkedSignal(() => this.contact()?.address ?? '');
  protected readonly email = linkedSignal(() => this.contact()?.email ?? '');
  protected readonly source = linkedSignal(() => this.contact()?.source ?? '');
  protected readonly hasTried = signal(false);
  protected readonly emailError = computed(() =>
    this.hasTried() && !/^\S+@\S+\.\S+$/.test(this.email().trim()) ? this.t().needEmail : null,
  );

  protected missing(text: string): string | null {
    return this.hasTried() && text.trim() === '' ? this.t().need : null;
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    const facts = {
      name: this.name().trim(),
      address: this.address().trim(),
      email: this.email().trim(),
      source: this.source().trim(),
    };
    if (Object.values(facts).includes('') || this.emailError() !== null) return;
    const saved = await this.store.setContact.run(this.kind(), { ...facts, version: this.contact()?.version ?? 0 });
    this.store.reload();
    if (saved === null) return;
    this.hasTried.set(false);
    this.toasts.show(this.t().saved);
  }
}
