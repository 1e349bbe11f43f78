import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';

/** Something that needs a person, worst first. */
export interface TaskItem {
  readonly id: string;
  readonly icon: IconName;
  readonly tone: 'bad' | 'warn' | 'info' | 'ok';
  readonly text: string;
  readonly detail?: string;
  readonly link?: readonly (string | number)[];
  readonly query?: Readonly<Record<string, string>>;
}

@Component({
  selector: 'et-task-list',
  imports: [Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ul class="et-tasks">
    @for (task of tasks(); track task.id) {
      <li>
        <et-icon [name]="task.icon" [class]="'et-icon--' + task.tone" />
        <p>
          @if (task.link) {
            <a [routerLink]="task.link" [queryParams]="task.query" queryParamsHandling="merge">{{ task.text }}</a>
          } @else {
            {{ task.text }}
          }
        </p>
        @if (task.detail) {
          <p class="et-tiny et-muted">{{ task.detail }}</p>
        }
      </li>
    }
  </ul>`,
})
export class TaskList {
  readonly tasks = input.required<readonly TaskItem[]>();
}
