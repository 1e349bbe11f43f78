import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { SessionStore } from '../platform/session.store';
import { FirstSteps } from '../ui/first-steps/first-steps';
import { firstVisitSteps } from './first-visit.labels';

/** Lasts until the page is left: nothing about a person is kept in the browser. */
const isDismissed = signal(false);

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
  }
}
