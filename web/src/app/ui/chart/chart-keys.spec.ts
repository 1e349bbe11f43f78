import { TestBed } from '@angular/core/testing';
import { textOf } from '../../../testing/find';
import { ChartKeys } from './chart-keys';

const GREEN = { tone: 'avail' } as const;

it('keys of one colour are told apart by how their marks are drawn', async () => {
  const fixture = TestBed.createComponent(ChartKeys);
  fixture.componentRef.setInput('series', [
    { ...GREEN, label: 'Verfügbar', values: [600, 610] },
    { ...GREEN, label: 'Prognose (95 %)', values: [null, null], band: { low: [508, 510], high: [692, 700] } },
    { ...GREEN, label: 'Noch nicht geprüft', values: [600], hatched: true },
    { ...GREEN, label: 'Ein Monat läuft noch', values: [600, 610], hatched: [false, true] },
    { ...GREEN, label: 'Prognose (80 %)', values: [null, 600], isDashed: true, band: { low: [540], high: [660] } },
  ]);
  await fixture.whenStable();
  const keys = [...(fixture.nativeElement as HTMLElement).querySelectorAll('li')];
  expect(keys.map((key) => [textOf(key), key.querySelector('span')?.className])).toEqual([
    ['Verfügbar', 'et-swatch et-swatch--full'],
    ['Prognose (95 %)', 'et-swatch et-swatch--band'],
    ['Noch nicht geprüft', 'et-swatch et-swatch--hatched'],
    ['Ein Monat läuft noch', 'et-swatch et-swatch--full'],
    ['Prognose (80 %)', 'et-swatch et-swatch--dashed'],
  ]);
});
