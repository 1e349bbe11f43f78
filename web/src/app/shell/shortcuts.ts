import { DOCUMENT } from '@angular/common';
import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import { SessionStore } from '../platform/session.store';
import { destinationsOf } from './navigation';

const SEQUENCE_MS = 1_500;

/**
 * The keyboard map. Single letters do nothing while something is being typed and can be switched off altogether
 * (WCAG 2.1.4); what works with Ctrl always works.
 */
@Injectable({ providedIn: 'root' })
export class Shortcuts {
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  private goUntil = 0;

  readonly searchOpen = signal(false);
  readonly mapOpen = signal(false);
  readonly lettersOn = signal(true);

  constructor() {
    const listen = (event: KeyboardEvent): void => this.take(event);
    this.document.addEventListener('keydown', listen);
    inject(DestroyRef).onDestroy(() => this.document.removeEventListener('keydown', listen));
  }

  private take(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey) return this.takeWithControl(event);
    if (event.altKey || !this.lettersOn() || isTyping(event.target)) return;
    if (event.timeStamp < this.goUntil) return this.go(event);
    this.takeLetter(event);
  }

  private takeWithControl(event: KeyboardEvent): void {
    const key = event.key.toLowerCase();
    if (key === 'k') {
      event.preventDefault();
      this.searchOpen.set(this.session.isKnown());
    } else if (key === 's') {
      event.preventDefault();
      this.press('[data-save-draft]');
    } else if (key === 'enter') {
      this.press('#content .kern-btn--primary:not([disabled])');
    }
  }

  private takeLetter(event: KeyboardEvent): void {
    switch (event.key) {
      case '?':
        event.preventDefault();
        return this.mapOpen.set(true);
      case '/':
        event.preventDefault();
        return this.document.querySelector<HTMLElement>('#content [data-filter], #content .et-filter input')?.focus();
      case 'g':
        this.goUntil = event.timeStamp + SEQUENCE_MS;
        return;
      case 'j':
        return this.moveRow(1);
      case 'k':
        return this.moveRow(-1);
    }
  }

  private go(event: KeyboardEvent): void {
    this.goUntil = 0;
    const roles = this.session.roles().map((entry) => entry.role);
    const entries = destinationsOf(roles);
    const target = entries.find((entry) => entry.key === event.key.toUpperCase());
    if (!target) return;
    event.preventDefault();
    void this.router.navigate([target.path], { queryParamsHandling: 'preserve' });
  }

  /** From row to row by the link or button in the row's name. */
  private moveRow(step: 1 | -1): void {
    const stops = [...this.document.querySelectorAll<HTMLElement>('#content tbody th :is(a, button)')];
    const here = stops.findIndex((stop) => stop === this.document.activeElement);
    stops[Math.min(Math.max(here + step, 0), stops.length - 1)]?.focus();
  }

  private press(selector: string): void {
    this.document.querySelector<HTMLElement>(selector)?.click();
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(input|select|textarea)$/i.test(target.tagName))
  );
}
