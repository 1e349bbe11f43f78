import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../icon/icon';
import { firstStepsLabels } from './first-steps.labels';

export interface FirstStep {
  readonly title: string;
  readonly detail: string;
  readonly link?: readonly (string | number)[];
}

/** The first visit: three things to do, in order. Goes away for good when dismissed. */
@Component({
  selector: 'et-first-steps',
  imports: [Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-first et-no-print" [attr.aria-label]="t().title">
    <div class="et-panel__head">
      <p class="et-first__title">{{ t().title }}</p>
      <button type="button" class="et-icon-button" (click)="dismissed.emit()">
        <et-icon name="close" [small]="true" />{{ t().dismiss }}
      </button>
    </div>
    <ol class="et-first__steps">
      @for (step of steps(); track $index) {
        <li>
          <p class="et-strong">
            @if (step.link) {
              <a [routerLink]="step.link" queryParamsHandling="merge">{{ step.title }}</a>
            } @else {
              {{ step.title }}
            }
          </p>
          <p class="et-small et-muted">{{ step.detail }}</p>
        </li>
      }
    </ol>
  </section>`,
})
export class FirstSteps {
  readonly steps = input.required<readonly FirstStep[]>();
  readonly dismissed = output<void>();
  protected readonly t = firstStepsLabels;
}
