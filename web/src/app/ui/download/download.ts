import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { Button } from '../button/button';
import { downloadLabels } from './download.labels';

let made = 0;

/** A list as a file, in three forms; `list` is its address with what it was filtered by. */
@Component({
  selector: 'et-download',
  imports: [Button],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-download', '(keydown.escape)': 'close(true)', '(focusout)': 'leave($event)' },
  template: `<button
      #button
      type="button"
      etButton="secondary"
      icon="download"
      [attr.aria-expanded]="isOpen()"
      [attr.aria-controls]="id"
      (click)="isOpen.set(!isOpen())"
    >
      {{ t().title }}<span class="et-hidden">{{ table() === '' ? '' : ': ' + table() }}</span>
    </button>
    @if (isOpen()) {
      <div class="et-download__menu" [id]="id">
        <p>{{ t().whole }}</p>
        <ul>
          @for (file of files(); track file.href) {
            <li>
              <a [href]="file.href" download (click)="close(true)">{{ file.name }}</a>
            </li>
          }
        </ul>
      </div>
    }`,
})
export class Download {
  readonly list = input.required<string>();
  /** What the table is called, for those who do not see where the button stands. */
  readonly table = input('');
  /** A CSV of its own that says more than the list; empty where there is none. */
  readonly csv = input('');
  /** Other forms of the same figures. */
  readonly more = input<readonly { readonly name: string; readonly href: string }[]>([]);

  protected readonly t = downloadLabels;
  protected readonly id = `et-download-${++made}`;
  protected readonly isOpen = signal(false);
  protected readonly files = computed(() => {
    const list = this.list();
    const join = list.includes('?') ? (list.endsWith('?') ? '' : '&') : '?';
    const words = this.t();
    return [
      { name: words.xlsx, href: `${list}${join}as=xlsx` },
      { name: words.german, href: this.csv() || `${list}${join}as=csv` },
      { name: words.plain, href: `${list}${join}as=csv&numbers=plain` },
      ...this.more(),
    ];
  });
  private readonly button = viewChild.required<ElementRef<HTMLButtonElement>>('button');
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected close(returns: boolean): void {
    if (!this.isOpen()) return;
    this.isOpen.set(false);
    if (returns) this.button().nativeElement.focus();
  }

  /** Whoever goes on by keyboard leaves the menu behind closed. */
  protected leave(event: FocusEvent): void {
    const to = event.relatedTarget;
    if (to instanceof Node && !this.host.contains(to)) this.close(false);
  }
}
