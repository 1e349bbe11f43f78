import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Icon } from '../icon/icon';
import { stepsLabels } from './steps.labels';

/** Where one is in a task of at most five steps. It shows, it does not navigate. */
@Component({
  selector: 'et-steps',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ol class="et-steps" [attr.aria-label]="sentence()">
    @for (step of steps(); track $index) {
      <li [class.et-steps--done]="$index < current()" [attr.aria-current]="$index === current() ? 'step' : null">
        @if ($index < current()) {
          <et-icon name="check" [small]="true" /><span class="et-hidden">{{ t().done }}: </span>
        }
        {{ step }}
      </li>
    }
  </ol>`,
})
export class Steps {
  readonly steps = input.required<readonly string[]>();
  /** Index of the step one is at, from 0. */
  readonly current = input.required<number>();
  protected readonly t = stepsLabels;
  protected readonly sentence = computed(() => stepsLabels().list(`${this.current() + 1}`, `${this.steps().length}`));
}
