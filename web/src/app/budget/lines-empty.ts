import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button } from '../ui/button/button';
import { Empty } from '../ui/state/state';
import { linesLabels } from './lines.labels';

/** No line is found: by the filter, or because the year has none yet. Either way it says what to do next. */
@Component({
  selector: 'et-lines-empty',
  imports: [Button, Empty, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (isFiltered()) {
      <et-empty icon="search" [heading]="t().noMatch">
        <p>{{ t().noMatchHint }}</p>
        <button type="button" etButton="secondary" (click)="cleared.emit()">{{ t().clear }}</button>
      </et-empty>
    } @else {
      <et-empty icon="table_rows" [heading]="t().none(year())">
        <p>{{ t().noneHint }}</p>
        @if (mayImport()) {
          <a etButton="primary" icon="upload_file" routerLink="/import">{{ t().import }}</a>
        }
      </et-empty>
    }`,
})
export class LinesEmpty {
  readonly isFiltered = input(false);
  readonly year = input.required<number>();
  readonly mayImport = input(false);
  readonly cleared = output<void>();
  protected readonly t = linesLabels;
}
