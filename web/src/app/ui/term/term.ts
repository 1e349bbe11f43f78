import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { glossary, type Word } from './glossary';

let made = 0;

/**
 * A word that explains itself on focus, hover or tap: `<et-term word="obligo">Obligo</et-term>`.
 * Esc hides the explanation; it stays while the pointer is on it (WCAG 1.4.13).
 */
@Component({
  selector: 'et-term',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    class: 'et-term',
    '(mouseenter)': 'open.set(true)',
    '(mouseleave)': 'open.set(false)',
    '(keydown.escape)': 'open.set(false)',
  },
  template: `<button
      type="button"
      class="et-term__word"
      [attr.aria-describedby]="id"
      (focus)="open.set(true)"
      (blur)="open.set(false)"
      (click)="open.set(true)"
    >
      <ng-content /></button
    ><span role="tooltip" [id]="id" class="et-term__meaning" [class.et-term__meaning--open]="open()">{{ meaning() }}</span>`,
})
export class Term {
  readonly word = input.required<Word>();
  protected readonly id = `et-term-${++made}`;
  protected readonly open = signal(false);
  protected readonly meaning = computed(() => glossary()[this.word()]);
}
