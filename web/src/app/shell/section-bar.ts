import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { FiscalYear } from '../platform/fiscal-year';
import { SessionStore } from '../platform/session.store';
import { isBelow, type NavigationEntry, partsOf } from './navigation';
import { shellLabels } from './shell.labels';

/** Leads from each page of a section to the others; nothing where a section has one page. */
@Component({
  selector: 'et-section-bar',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (parts().length > 0) {
    <nav #bar class="et-part-bar et-no-print" [attr.aria-label]="t().section(t().entries[entry().name])">
      @for (part of parts(); track part.path) {
        <a
          [routerLink]="part.path"
          [queryParams]="{ year: fiscalYear.year() }"
          [attr.aria-current]="part.isHere ? 'page' : null"
          >{{ t().entries[part.name] }}</a
        >
      }
    </nav>
  }`,
})
export class SectionBar {
  private readonly session = inject(SessionStore);
  protected readonly fiscalYear = inject(FiscalYear);
  readonly entry = input.required<NavigationEntry>();
  /** Path of the page, without its query. */
  readonly page = input.required<string>();
  protected readonly t = shellLabels;
  private readonly bar = viewChild<ElementRef<HTMLElement>>('bar');
  protected readonly parts = computed(() => {
    const roles = this.session.roles().map(({ role }) => role);
    const parts = partsOf(this.entry(), roles);
    // Where the first page stands at the section's own address, every other one lies below it, too: the nearest counts.
    const nearest = parts
      .filter((part) => isBelow(this.page(), part.path))
      .reduce((path, part) => (part.path.length > path.length ? part.path : path), '');
    return parts.map((part) => ({ ...part, isHere: part.path === nearest }));
  });

  constructor() {
    // On a phone the bar is wider than the window: the part where one is comes into sight.
    afterRenderEffect(() => {
      this.parts();
      const bar = this.bar()?.nativeElement;
      const own = bar?.querySelector('[aria-current]')?.getBoundingClientRect();
      if (!bar || !own) return;
      const sight = bar.getBoundingClientRect();
      bar.scrollLeft += own.left + own.width / 2 - (sight.left + sight.width / 2);
    });
  }
}
