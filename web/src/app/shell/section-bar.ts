import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
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
    <nav class="et-part-bar et-no-print" [attr.aria-label]="t().section(t().entries[entry().name])">
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
  protected readonly parts = computed(() => {
    const roles = this.session.roles().map(({ role }) => role);
    const parts = partsOf(this.entry(), roles);
    // Where the first page stands at the section's own address, every other one lies below it, too: the nearest counts.
    const nearest = parts
      .filter((part) => isBelow(this.page(), part.path))
      .reduce((path, part) => (part.path.length > path.length ? part.path : path), '');
    return parts.map((part) => ({ ...part, isHere: part.path === nearest }));
  });
}
