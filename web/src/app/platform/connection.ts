import { DOCUMENT } from '@angular/common';
import { DestroyRef, inject, Injectable, signal } from '@angular/core';

/** Whether the server can be heard. Feeds the bar "Keine Verbindung". */
@Injectable({ providedIn: 'root' })
export class Connection {
  private readonly online = signal(true);
  readonly isOnline = this.online.asReadonly();

  constructor() {
    const view = inject(DOCUMENT).defaultView;
    const lost = (): void => this.lost();
    const back = (): void => this.heard();
    view?.addEventListener('offline', lost);
    view?.addEventListener('online', back);
    inject(DestroyRef).onDestroy(() => {
      view?.removeEventListener('offline', lost);
      view?.removeEventListener('online', back);
    });
  }

  lost(): void {
    this.online.set(false);
  }

  heard(): void {
    this.online.set(true);
  }
}
