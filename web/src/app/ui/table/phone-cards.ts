import { DestroyRef, Directive, DOCUMENT, inject, signal } from '@angular/core';

const PHONE = '(max-width: 600px)';

/** A table of few columns: rows become cards on a phone only, where others do so on a tablet already. */
@Directive({ selector: 'table[etPhoneCards]', host: { '[class.et-cards]': 'isPhone()' } })
export class PhoneCards {
  protected readonly isPhone = signal(false);

  constructor() {
    const width = inject(DOCUMENT).defaultView?.matchMedia?.(PHONE);
    if (width === undefined) return;
    const take = (): void => this.isPhone.set(width.matches);
    take();
    width.addEventListener('change', take);
    inject(DestroyRef).onDestroy(() => width.removeEventListener('change', take));
  }
}
