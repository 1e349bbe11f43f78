import { DOCUMENT } from '@angular/common';
import { effect, inject, Injectable } from '@angular/core';
import { language, type LanguageCode } from '../ui/language/language';
import { keep, kept } from './preferences';

export { labels, language, type LanguageCode } from '../ui/language/language';

/** Chooses the language on screen and tells the document, so that screen readers pronounce it. */
@Injectable({ providedIn: 'root' })
export class LanguageChoice {
  private readonly root = inject(DOCUMENT).documentElement;

  constructor() {
    const before = kept('language');
    if (before === 'de' || before === 'en') language.set(before);
    effect(() => (this.root.lang = language()));
  }

  choose(code: LanguageCode): void {
    language.set(code);
    keep('language', code);
  }
}
