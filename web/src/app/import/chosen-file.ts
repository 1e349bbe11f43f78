import { Injectable } from '@angular/core';
import type { UploadOrder } from './import.client';

/**
 * The file somebody just sent, in case it has to be read again with another answer. It lasts as long as the page is open;
 * nothing is kept in the browser.
 */
@Injectable({ providedIn: 'root' })
export class ChosenFile {
  private last: { readonly importId: string; readonly order: UploadOrder } | null = null;

  keep(importId: string, order: UploadOrder): void {
    this.last = { importId, order };
  }

  of(importId: string): UploadOrder | null {
    return this.last?.importId === importId ? this.last.order : null;
  }
}
