import { ChangeDetectionStrategy, Component, computed, effect, ElementRef, input, viewChild } from '@angular/core';
import { formatNumber } from '../amount/format';
import { Notice } from '../notice/notice';
import { fieldLabels } from './field.labels';

/** Takes the focus when a form was refused and lists what to mend. Nothing typed is lost. */
@Component({
  selector: 'et-error-summary',
  imports: [Notice],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (messages().length) {
    <div #box tabindex="-1">
      <et-notice kind="bad" [live]="true" [heading]="heading()">
        <ul>
          @for (message of messages(); track $index) {
            <li>{{ message }}</li>
          }
        </ul>
      </et-notice>
    </div>
  }`,
})
export class ErrorSummary {
  readonly messages = input.required<readonly string[]>();
  private readonly box = viewChild<ElementRef<HTMLElement>>('box');
  protected readonly heading = computed(() => {
    const count = this.messages().length;
    return count === 1 ? fieldLabels().summaryOne : fieldLabels().summary(formatNumber(count));
  });

  constructor() {
    effect(() => {
      if (this.messages().length) this.box()?.nativeElement.focus();
    });
  }
}
