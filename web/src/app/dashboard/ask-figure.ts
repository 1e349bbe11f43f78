import { ChangeDetectionStrategy, Component, inject, Injectable, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../ui/icon/icon';
import { releasedPartLabels } from './released-parts.labels';

/** The snapshot about whose figures a member may ask; null for everybody else. A page provides it, its parts ask. */
@Injectable()
export class AskAbout {
  readonly snapshotId = signal<string | null>(null);
}

/** "Frage stellen" at a figure: it becomes a question that carries the figure and its snapshot. */
@Component({
  selector: 'et-ask-figure',
  imports: [Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (about?.snapshotId(); as snapshot) {
    <a
      class="et-ask-figure et-no-print"
      routerLink="/council/ask"
      [queryParams]="{ snapshot: snapshot, figure: figure(), about: what() }"
      [attr.aria-label]="t().askAbout(what())"
      [title]="t().askAbout(what())"
      ><et-icon name="help"
    /></a>
  }`,
})
export class AskFigure {
  /** Its name in the snapshot. */
  readonly figure = input.required<string>();
  /** What it is called, for those who do not see where the sign stands. */
  readonly what = input.required<string>();
  protected readonly about = inject(AskAbout, { optional: true });
  protected readonly t = releasedPartLabels;
}
