import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { byRole, textOf } from '../../../testing/find';
import { language } from '../language/language';
import { Amount } from './amount';

@Component({
  selector: 'et-host',
  imports: [Amount],
  template: `<p class="known"><et-amount [cents]="6061254" of="verfügbar" proof="available:CORE" /></p>
    <p class="unknown"><et-amount [cents]="null" of="Rahmen" proof="x" /></p>
    <p class="negative"><et-amount [cents]="-123456" form="cents" [alarming]="true" /></p>
    <p class="button"><et-amount [cents]="100" of="Ist" [provable]="true" (prove)="proved = true" /></p>`,
})
class Host {
  proved = false;
}

describe('an amount on a page', () => {
  const render = async () => {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    const fixture = TestBed.createComponent(Host);
    await fixture.whenStable();
    return { fixture, page: fixture.nativeElement as HTMLElement };
  };

  it('opens its proof by address and says so to a screen reader', async () => {
    const { page } = await render();
    const link = byRole<HTMLAnchorElement>(page, 'link', /verfügbar/);
    expect(textOf(link)).toBe('60.612,54 €');
    expect(link.getAttribute('aria-label')).toBe('60.612,54\u00a0€, Beleg zu verfügbar öffnen');
    expect(link.getAttribute('href')).toBe('/?proof=available:CORE');
  });

  it('shows unknown as unknown, never as 0 and never with a proof', async () => {
    const { page } = await render();
    expect(textOf(page.querySelector('.unknown'))).toBe('unbekannt');
    expect(page.querySelector('.unknown a')).toBeNull();
  });

  it('writes a negative amount with the true minus', async () => {
    const { page } = await render();
    expect(textOf(page.querySelector('.negative'))).toBe('\u22121.234,56');
    expect(page.querySelector('.negative .et-amount--negative')).not.toBeNull();
  });

  it('is a button where the page opens the proof itself', async () => {
    const { fixture, page } = await render();
    byRole(page, 'button', /Beleg zu Ist/).click();
    expect(fixture.componentInstance.proved).toBe(true);
  });

  it('turns English without being made anew', async () => {
    const { fixture, page } = await render();
    language.set('en');
    await fixture.whenStable();
    expect(textOf(byRole(page, 'link', /open the proof/))).toBe('€60,612.54');
  });
});
