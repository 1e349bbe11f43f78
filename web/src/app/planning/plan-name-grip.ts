import { Directive, ElementRef, inject } from '@angular/core';

const NARROWEST_PX = 120;
const WIDEST_PX = 640;
/** What a name has around it in its cell: the space at both sides, its mark, the line. */
const AROUND_PX = 36;

/**
 * The edge of the column with the names: drawn with the mouse it makes the column wider or narrower, a double click fits it to
 * the names in sight. The whole name is in the title of its cell as well.
 */
@Directive({
  selector: '[etNameGrip]',
  host: {
    'aria-hidden': 'true',
    '(mousedown)': '$event.stopPropagation()',
    '(pointerdown)': 'begin($event)',
    '(pointermove)': 'draw($event)',
    '(pointerup)': 'end()',
    '(dblclick)': 'fit($event)',
  },
})
export class PlanNameGrip {
  private readonly grip = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** Where the pointer went down, and how wide the column was then. */
  private from: { readonly x: number; readonly widthPx: number } | null = null;

  protected begin(event: PointerEvent): void {
    event.preventDefault();
    this.grip.setPointerCapture(event.pointerId);
    this.from = { x: event.clientX, widthPx: this.grip.parentElement?.offsetWidth ?? 0 };
  }

  protected draw(event: PointerEvent): void {
    if (this.from !== null) this.setWidth(this.from.widthPx + event.clientX - this.from.x);
  }

  protected end(): void {
    this.from = null;
  }

  protected fit(event: Event): void {
    event.stopPropagation();
    const names = this.table()?.querySelectorAll<HTMLElement>('tbody th > a') ?? [];
    const widths = [...names].map((name) => {
      const range = name.ownerDocument.createRange();
      range.selectNodeContents(name);
      return range.getBoundingClientRect().width;
    });
    if (widths.length > 0) this.setWidth(Math.ceil(Math.max(...widths)) + AROUND_PX);
  }

  private setWidth(widthPx: number): void {
    const kept = Math.max(NARROWEST_PX, Math.min(widthPx, WIDEST_PX));
    this.table()?.style.setProperty('--grid-name', `${kept}px`);
  }

  private table(): HTMLElement | null {
    return this.grip.closest('table');
  }
}
