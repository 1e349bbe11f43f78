import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { FiscalYear } from '../platform/fiscal-year';
import { Icon } from '../ui/icon/icon';
import { shellLabels } from './shell.labels';

/** The fiscal year of everything on the page. */
@Component({
  selector: 'et-year-switch',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-year' },
  template: `<select [attr.aria-label]="t().year" (change)="choose($event)">
      @for (year of fiscalYear.choices(); track year) {
        <option [value]="year" [selected]="year === fiscalYear.year()">{{ year }}</option>
      }</select
    ><et-icon name="keyboard_arrow_down" [small]="true" />`,
})
export class YearSwitch {
  protected readonly fiscalYear = inject(FiscalYear);
  protected readonly t = shellLabels;

  protected choose(event: Event): void {
    this.fiscalYear.choose(Number((event.target as HTMLSelectElement).value));
  }
}
