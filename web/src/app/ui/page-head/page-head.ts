import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { pageHeadLabels } from './page-head.labels';

export { Stand } from './stand';

export interface Crumb {
  readonly label: string;
  readonly link?: readonly (string | number)[];
}

/**
 * The question and its answer. `<et-page-head question="Was ist 2026 noch verfügbar?">Verfügbar sind ...
 * <et-stand at="..." differenceCents="0" /> <button actions ...></et-page-head>`
 */
@Component({
  selector: 'et-page-head',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-page-head' },
  template: `<div class="et-page-head__text">
      @if (crumbs().length) {
        <nav [attr.aria-label]="t().path">
          <ol class="et-crumbs">
            @for (crumb of crumbs(); track $index) {
              <li>
                @if (crumb.link) {
                  <a [routerLink]="crumb.link" queryParamsHandling="preserve">{{ crumb.label }}</a>
                } @else {
                  {{ crumb.label }}
                }
              </li>
            }
          </ol>
        </nav>
      }
      <h1 tabindex="-1">{{ heading() }}</h1>
      <div class="et-lead"><ng-content /></div>
    </div>
    <div class="et-page-head__side"><ng-content select="et-stand" /></div>
    <div class="et-page-head__actions et-actions"><ng-content select="[actions]" /></div>`,
})
export class PageHead {
  readonly question = input.required<string>();
  readonly crumbs = input<readonly Crumb[]>([]);
  protected readonly t = pageHeadLabels;
  /** A figure and its sign stay on one line. */
  protected readonly heading = computed(() => this.question().replace(/(\d) (?=[%€])/g, '$1\u00a0'));
}
