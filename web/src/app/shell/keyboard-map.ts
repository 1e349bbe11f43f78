import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { labels } from '../platform/language';
import { SessionStore } from '../platform/session.store';
import { Dialog } from '../ui/dialog/dialog';
import { destinationsOf } from './navigation';
import { shellLabels } from './shell.labels';
import { Shortcuts } from './shortcuts';

const words = labels({
  de: {
    title: 'Tastatur',
    key: 'Taste',
    deed: 'Wirkung',
    search: 'Suchen und Befehle',
    searchKey: 'Strg K',
    map: 'diese Übersicht',
    filter: 'zum Filter',
    rows: 'nächste, vorige Zeile',
    proof: 'auf einem Betrag: Beleg öffnen',
    close: 'Beleg oder Fenster schließen',
    primary: 'Hauptknopf der Seite',
    primaryKey: 'Strg Enter',
    go: (page: string) => `zu „${page}“`,
    letters: 'Einzelne Buchstaben als Tasten verwenden',
  },
  en: {
    title: 'Keyboard',
    key: 'Key',
    deed: 'Effect',
    search: 'Search and commands',
    searchKey: 'Ctrl K',
    map: 'this overview',
    filter: 'to the filter',
    rows: 'next, previous row',
    proof: 'on an amount: open its proof',
    close: 'close proof or window',
    primary: 'main button of the page',
    primaryKey: 'Ctrl Enter',
    go: (page: string) => `to "${page}"`,
    letters: 'Use single letters as keys',
  },
});

/** The map behind `?`, with the switch for single letters. */
@Component({
  selector: 'et-keyboard-map',
  imports: [Dialog],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().title" (closed)="shortcuts.mapOpen.set(false)">
    <table class="et-table">
      <thead>
        <tr>
          <th scope="col">{{ t().key }}</th>
          <th scope="col">{{ t().deed }}</th>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.key) {
          <tr>
            <th scope="row">
              <kbd>{{ row.key }}</kbd>
            </th>
            <td>{{ row.deed }}</td>
          </tr>
        }
      </tbody>
    </table>
    <label class="et-check et-section"
      ><input
        type="checkbox"
        [checked]="shortcuts.lettersOn()"
        (change)="shortcuts.lettersOn.set(!shortcuts.lettersOn())"
      />{{ t().letters }}</label
    >
  </et-dialog>`,
})
export class KeyboardMap {
  protected readonly shortcuts = inject(Shortcuts);
  private readonly session = inject(SessionStore);
  protected readonly t = words;
  protected readonly rows = computed(() => {
    const t = words();
    const entries = destinationsOf(this.session.roles().map((entry) => entry.role));
    const goes = entries
      .filter((entry) => entry.key)
      .map((entry) => ({ key: `G ${entry.key}`, deed: t.go(shellLabels().entries[entry.name]) }));
    return [
      { key: t.searchKey, deed: t.search },
      ...goes,
      { key: '/', deed: t.filter },
      { key: 'J, K', deed: t.rows },
      { key: 'Enter', deed: t.proof },
      { key: 'Esc', deed: t.close },
      { key: t.primaryKey, deed: t.primary },
      { key: '?', deed: t.map },
    ];
  });
}
