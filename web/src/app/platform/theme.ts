import { DOCUMENT } from '@angular/common';
import { effect, inject, Injectable, signal } from '@angular/core';
import { keep, kept } from './preferences';

export type ThemeName = 'light' | 'dark';

/** Light or dark. Follows the system until a person chooses. */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly document = inject(DOCUMENT);
  private readonly chosen = signal<ThemeName>(this.first());
  readonly name = this.chosen.asReadonly();

  constructor() {
    effect(() => this.document.documentElement.setAttribute('data-kern-theme', this.chosen()));
  }

  toggle(): void {
    const next = this.chosen() === 'light' ? 'dark' : 'light';
    this.chosen.set(next);
    keep('theme', next);
  }

  private first(): ThemeName {
    const before = kept('theme');
    if (before === 'light' || before === 'dark') return before;
    return this.document.defaultView?.matchMedia?.('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
}
