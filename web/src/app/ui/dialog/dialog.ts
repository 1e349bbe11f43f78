import { DOCUMENT } from '@angular/common';
import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { Icon } from '../icon/icon';
import { labels } from '../language/language';

const words = labels({ de: { close: 'Schließen' }, en: { close: 'Close' } });
let made = 0;

/**
 * A modal question or tool: `@if (asking()) { <et-dialog heading="..." (closed)="asking.set(false)">...</et-dialog> }`.
 * `data-focus-first` on an element
 * inside says where to begin. The browser's own dialog holds the focus; Esc and the cross close it and the focus returns to where it came from.
 */
@Component({
  selector: 'et-dialog',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(keydown.escape)': 'leave($event)' },
  template: `<dialog
    #dialog
    class="et-dialog"
    [class.et-dialog--wide]="wide()"
    [attr.aria-labelledby]="id"
    (cancel)="leave($event)"
  >
    <header class="et-dialog__head">
      <h2 [id]="id" tabindex="-1">{{ heading() }}</h2>
      <button type="button" class="et-icon-button" [attr.aria-label]="t().close" (click)="closed.emit()">
        <et-icon name="close" />
      </button>
    </header>
    <div class="et-dialog__body"><ng-content /></div>
  </dialog>`,
})
export class Dialog {
  readonly heading = input.required<string>();
  readonly wide = input(false);
  readonly closed = output<void>();
  protected readonly id = `et-dialog-${++made}`;
  protected readonly t = words;
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    const opener = inject(DOCUMENT).activeElement;
    afterNextRender(() => {
      const dialog = this.dialog().nativeElement;
      if (typeof dialog.showModal === 'function') dialog.showModal();
      else dialog.setAttribute('open', '');
      dialog.querySelector<HTMLElement>('[data-focus-first]')?.focus();
    });
    inject(DestroyRef).onDestroy(() => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    });
  }

  protected leave(event: Event): void {
    event.preventDefault();
    this.closed.emit();
  }
}
