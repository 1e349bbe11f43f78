import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { language, LanguageChoice } from '../platform/language';
import { Theme } from '../platform/theme';
import { Icon } from '../ui/icon/icon';
import { BrandMark } from './brand-mark';
import { shellLabels } from './shell.labels';

/** The bar before the door: brand, language, theme. */
@Component({
  selector: 'et-gate-bar',
  imports: [BrandMark, Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<header class="et-top">
    <a class="et-brand" routerLink="/login"><et-brand-mark />Etatlotse</a>
    <span class="et-top__space"></span>
    <button
      type="button"
      class="et-icon-button"
      [attr.lang]="language() === 'de' ? 'en' : 'de'"
      [attr.aria-label]="(language() === 'de' ? 'EN: ' : 'DE: ') + t().language"
      (click)="languages.choose(language() === 'de' ? 'en' : 'de')"
    >
      {{ language() === 'de' ? 'EN' : 'DE' }}
    </button>
    <button
      type="button"
      class="et-icon-button"
      [attr.aria-label]="theme.name() === 'light' ? t().themeDark : t().themeLight"
      (click)="theme.toggle()"
    >
      <et-icon name="contrast" />
    </button>
  </header>`,
})
export class GateBar {
  protected readonly languages = inject(LanguageChoice);
  protected readonly theme = inject(Theme);
  protected readonly language = language;
  protected readonly t = shellLabels;
}
