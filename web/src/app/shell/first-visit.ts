import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { keep, kept } from '../platform/preferences';
import { SessionStore } from '../platform/session.store';
import { FirstSteps } from '../ui/first-steps/first-steps';
import { firstVisitSteps } from './first-visit.labels';

/** Kept for this browser, like the theme: it says nothing about a person. */
const isDismissed = signal(kept('first-steps') === 'dismissed');

/** Three steps for whoever comes for the first time, on the landing page of the role. */
@Component({
  selector: 'et-first-visit',
  imports: [FirstSteps],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (steps(); as shown) {
    <et-first-steps [steps]="shown" (dismissed)="dismiss()" />
  }`,
})
export class FirstVisit {
  private readonly session = inject(SessionStore);
  protected readonly steps = computed(() => {
    const role = this.session.role();
    return isDismissed() || !role ? null : firstVisitSteps(role);
  });

  protected dismiss(): void {
    isDismissed.set(true);
    keep('first-steps', 'dismissed');
  }
}
