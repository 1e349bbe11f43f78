import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { LanguageChoice } from './platform/language';
import { Theme } from './platform/theme';

@Component({
  selector: 'et-root',
  imports: [RouterOutlet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: '<router-outlet />',
})
export class App {
  /** Both speak to the document from the first page on. */
  protected readonly theme = inject(Theme);
  protected readonly languages = inject(LanguageChoice);
}
