import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Facts } from './facts';

it.each([
  ['projektgruppe.102@stadt.example', 'projektgruppe.102'],
  ['Telefon @ Zentrale', 'Telefon @ Zentrale'],
])('a value may break before the sign of an address and nowhere else: %s', async (text, before) => {
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  const fixture = TestBed.createComponent(Facts);
  fixture.componentRef.setInput('facts', [{ term: 'Postfach', text }]);
  await fixture.whenStable();
  const value = (fixture.nativeElement as HTMLElement).querySelector('dd');
  expect(value?.textContent?.trim()).toBe(text);
  expect(value?.querySelector('wbr')?.previousSibling?.textContent?.trim()).toBe(before);
});
