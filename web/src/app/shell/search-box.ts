import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, output } from '@angular/core';
import { Router } from '@angular/router';
import { labels } from '../platform/language';
import { Dialog } from '../ui/dialog/dialog';
import { Icon } from '../ui/icon/icon';
import { SearchStore, type Finding } from './search.store';

const words = labels({
  de: {
    title: 'Suchen',
    placeholder: 'Zeile, Konto, Vorhaben, Vertrag, Gerät, Standort, Leistung …',
    results: 'Treffer',
    none: (q: string) =>
      `Nichts zu „${q}“. Gesucht wurde in Zeilen, Vorhaben, Verträgen, Standorten, Geräten, Leistungen, Systemen, Einheiten und Seiten.`,
    failed: 'Die Suche antwortet gerade nicht.',
    count: (n: string) => `${n} Treffer`,
  },
  en: {
    title: 'Search',
    placeholder: 'Line, account, project, contract, device, site, service …',
    results: 'Results',
    none: (q: string) =>
      `Nothing for "${q}". Lines, projects, contracts, sites, devices, services, systems, units and pages were searched.`,
    failed: 'The search does not answer right now.',
    count: (n: string) => `${n} results`,
  },
});

/** The box behind Ctrl K: arrows choose, Enter opens, Esc closes. */
@Component({
  selector: 'et-search-box',
  imports: [Dialog, Icon],
  providers: [SearchStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(click)': 'pick($event)' },
  template: `<et-dialog [heading]="t().title" [wide]="true" (closed)="closed.emit()">
    <input
      class="et-control"
      type="search"
      role="combobox"
      data-focus-first
      autocomplete="off"
      aria-autocomplete="list"
      aria-controls="et-search-results"
      [attr.aria-expanded]="store.findings().length > 0"
      [attr.aria-activedescendant]="store.findings().length ? 'et-finding-' + active() : null"
      [attr.aria-label]="t().placeholder"
      [placeholder]="t().placeholder"
      [value]="store.text()"
      (input)="take($event)"
      (keydown)="key($event)"
    />
    <ul class="et-search" id="et-search-results" role="listbox" [attr.aria-label]="t().results">
      @for (finding of store.findings(); track finding.key) {
        <li
          role="option"
          [id]="'et-finding-' + $index"
          [attr.aria-selected]="$index === active()"
          [attr.data-index]="$index"
          (mouseenter)="active.set($index)"
        >
          <et-icon [name]="finding.icon" />
          <span
            >{{ finding.title }}
            @if (finding.detail) {
              <small>{{ finding.detail }}</small>
            }
          </span>
        </li>
      }
    </ul>
    <p class="et-small et-muted" role="status">{{ status() }}</p>
  </et-dialog>`,
})
export class SearchBox {
  readonly closed = output<void>();
  protected readonly store = inject(SearchStore);
  private readonly router = inject(Router);
  protected readonly t = words;
  protected readonly active = linkedSignal({ source: () => this.store.findings(), computation: () => 0 });
  protected readonly status = computed(() => {
    if (this.store.hasFailed()) return words().failed;
    if (this.store.isEmpty()) return words().none(this.store.text().trim());
    const count = this.store.findings().length;
    return count ? words().count(String(count)) : '';
  });

  protected take(event: Event): void {
    this.store.text.set((event.target as HTMLInputElement).value);
  }

  protected key(event: KeyboardEvent): void {
    const last = this.store.findings().length - 1;
    if (event.key === 'ArrowDown') this.active.set(Math.min(this.active() + 1, last));
    else if (event.key === 'ArrowUp') this.active.set(Math.max(this.active() - 1, 0));
    else if (event.key === 'Enter') {
      const finding = this.store.findings()[this.active()];
      if (finding) this.open(finding);
    } else return;
    event.preventDefault();
  }

  protected pick(event: Event): void {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-index]');
    const finding = row ? this.store.findings()[Number(row.dataset['index'])] : undefined;
    if (finding) this.open(finding);
  }

  private open(finding: Finding): void {
    const year = this.router.parseUrl(this.router.url).queryParams['year'] as string | undefined;
    void this.router.navigate([...finding.link], { queryParams: { year, ...finding.query } });
    this.closed.emit();
  }
}
