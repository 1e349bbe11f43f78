import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { allByRole, byRole, textOf } from '../../../testing/find';
import { SortHead } from './sort';
import { Cell, Foot, VirtualTable, type Column } from './virtual-table';

interface Row {
  readonly name: string;
  readonly available: number;
}

@Component({
  selector: 'et-host',
  imports: [Cell, Foot, SortHead, VirtualTable],
  template: `<table>
      <tr>
        <th scope="col" etSort="available" [sort]="sort()" (sortChange)="sort.set($event)">Verfügbar</th>
      </tr>
    </table>
    <et-virtual-table caption="Alle Zeilen" [rows]="rows" [columns]="columns">
      <ng-template etCell="available" let-row>{{ row.available }} €</ng-template>
      <ng-template etFoot="available">Summe</ng-template>
    </et-virtual-table>`,
})
class Host {
  readonly sort = signal('name');
  readonly rows: readonly Row[] = Array.from({ length: 10_000 }, (_, index) => ({
    name: `Zeile ${index}`,
    available: index,
  }));
  readonly columns: readonly Column[] = [
    { key: 'name', label: 'Zeile' },
    { key: 'available', label: 'Verfügbar', isNumber: true },
  ];
}

describe('tables', () => {
  const render = async () => {
    const fixture = TestBed.createComponent(Host);
    await fixture.whenStable();
    return { fixture, page: fixture.nativeElement as HTMLElement };
  };

  it('sort up, then down, and say so', async () => {
    const { fixture, page } = await render();
    const head = page.querySelector('th');
    expect(head?.getAttribute('aria-sort')).toBeNull();
    byRole(head!, 'button').click();
    await fixture.whenStable();
    expect(head?.getAttribute('aria-sort')).toBe('ascending');
    byRole(head!, 'button').click();
    await fixture.whenStable();
    expect(head?.getAttribute('aria-sort')).toBe('descending');
    expect(fixture.componentInstance.sort()).toBe('-available');
  });

  it('hold ten thousand rows, keep few in the page and count all', async () => {
    const { page } = await render();
    const table = page.querySelector('et-virtual-table table')!;
    expect(table.getAttribute('aria-rowcount')).toBe('10001');
    expect(allByRole(table, 'rowheader', /^Zeile \d/).length).toBeLessThan(80);
    expect(textOf(table.querySelector('tfoot'))).toBe('Summe');
  });

  it('show the rows one scrolls to, with their true number', async () => {
    const { fixture, page } = await render();
    const box = page.querySelector<HTMLElement>('.et-window')!;
    box.scrollTop = 36 * 5_000;
    box.dispatchEvent(new Event('scroll'));
    await fixture.whenStable();
    const row = byRole(page, 'rowheader', 'Zeile 5000').closest('tr');
    expect(row?.getAttribute('aria-rowindex')).toBe('5002');
    expect(textOf(row)).toContain('5000 €');
  });
});
