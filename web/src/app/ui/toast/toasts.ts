import { Injectable, signal } from '@angular/core';

/** A short word after a deed: "Gebucht. Verfügbar sind jetzt 46.120,00 €." with an undo where the ledger allows it. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly action?: string;
  readonly act?: () => void;
}

const SHOWN_MS = 10_000;

/** What was just done. Ten seconds, the time an undo is open. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private readonly list = signal<readonly Toast[]>([]);
  private made = 0;
  readonly shown = this.list.asReadonly();

  show(text: string, undo?: { readonly label: string; readonly act: () => void }): void {
    const id = ++this.made;
    this.list.update((all) => [...all.slice(-2), { id, text, action: undo?.label, act: undo?.act }]);
    setTimeout(() => this.remove(id), SHOWN_MS);
  }

  remove(id: number): void {
    this.list.update((all) => all.filter((toast) => toast.id !== id));
  }
}
