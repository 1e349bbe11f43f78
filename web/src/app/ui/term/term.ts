import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, signal } from '@angular/core';
import { glossary, type Word } from './glossary';

let made = 0;
const WIDEST_PX = 320;
const EDGE_PX = 12;

/**
 * A word that explains itself on focus, hover or tap: `<et-term word="obligo">Obligo</et-term>`.
 * Esc hides the explanation; it stays while the pointer is on it (WCAG 1.4.13).
 */
@Component({
  selector: 'et-term',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    class: 'et-term',
    '(mouseenter)': 'show()',
    '(mouseleave)': 'open.set(false)',
    '(window:scroll)': 'open.set(false)',
    '(keydown.escape)': 'open.set(false)',
  },
  template: `<button
      type="button"
      class="et-term__word"
      [attr.aria-describedby]="id"
      (focus)="show()"
      (blur)="open.set(false)"
      (click)="show()"
    >
      <ng-content /></button
    ><span
      role="tooltip"
      [id]="id"
      class="et-term__meaning"
      [class.et-term__meaning--open]="open()"
      [style.left.px]="place().left"
      [style.top.px]="place().top"
      >{{ meaning() }}</span
    >`,
})
export class Term {
  readonly word = input.required<Word>();
  protected readonly id = `et-term-${++made}`;
  protected readonly open = signal(false);
  protected readonly place = signal({ left: 0, top: 0 });
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly meaning = computed(() => glossary()[this.word()]);

  /** Under the word, but never beyond the window: tables and panels clip what is placed inside them. */
  protected show(): void {
    const word = this.host.nativeElement.getBoundingClientRect();
    const room = globalThis.innerWidth - WIDEST_PX - EDGE_PX;
    this.place.set({ left: Math.max(EDGE_PX, Math.min(word.left, room)), top: word.bottom + 2 });
    this.open.set(true);
  }
}
