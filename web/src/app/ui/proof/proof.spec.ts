import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { byRole, press, textOf } from '../../../testing/find';
import { ProofDrawer } from './proof';
import type { Proof } from './proof.types';

const PROOF: Proof = {
  title: 'verfügbar',
  cents: 6_061_254,
  formula: [
    { operator: '', label: 'Ansatz', cents: 68_000_000 },
    { operator: '-', label: 'gesperrt', cents: 6_800_000 },
    { operator: '=', label: 'verfügbar', cents: 6_061_254 },
  ],
  movements: [{ id: '1', bookedOn: '2026-09-02', document: 'B-26-0412', text: 'Lizenzen', cents: 14_120_000 }],
  movementCount: 15,
  differenceCents: 0,
  checkedAt: '2026-10-05T05:30:00Z',
};

@Component({
  selector: 'et-host',
  imports: [ProofDrawer],
  template: `<button type="button" (click)="open.set(true)">750.000 €</button>
    @if (open()) {
      <et-proof [proof]="proof()" (closed)="open.set(false)" />
    }`,
})
class Host {
  readonly open = signal(false);
  readonly proof = signal<Proof | undefined>(PROOF);
}

describe('the proof behind a figure', () => {
  const openProof = async (proof?: Proof) => {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    const fixture = TestBed.createComponent(Host);
    document.body.append(fixture.nativeElement as HTMLElement);
    fixture.componentInstance.proof.set(proof);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const opener = byRole(page, 'button', '750.000 €');
    opener.focus();
    opener.click();
    await fixture.whenStable();
    return { fixture, page, opener };
  };

  afterEach(() => (document.body.innerHTML = ''));

  it('shows formula, movements and the difference of 0,00', async () => {
    const { page } = await openProof(PROOF);
    const drawer = byRole(page, 'dialog', /verfügbar 60.612,54/);
    expect(textOf(drawer)).toContain('\u2212gesperrt 68.000,00');
    expect(textOf(drawer)).toContain('B-26-0412 02.09.2026');
    expect(textOf(drawer)).toContain('und 14 weitere');
    expect(textOf(drawer)).toContain(
      'Differenz 0,00 €. 15 Bewegungen ergeben den gespeicherten Saldo, geprüft 05.10.2026, 07:30.',
    );
  });

  it('takes the focus, closes on Esc and gives the focus back to its amount', async () => {
    const { fixture, page, opener } = await openProof(PROOF);
    expect(document.activeElement?.tagName).toBe('H2');
    press(document, 'Escape');
    await fixture.whenStable();
    expect(page.querySelector('dialog')).toBeNull();
    expect(document.activeElement).toBe(opener);
  });

  it('raises the alarm when balance and movements differ by one cent', async () => {
    const { page } = await openProof({ ...PROOF, differenceCents: 1 });
    expect(textOf(page.querySelector('.et-proof__verdict'))).toContain(
      'Differenz 0,01 €. Saldo und Bewegungen weichen ab.',
    );
  });

  it('keeps its frame while the proof is being fetched', async () => {
    const { page } = await openProof();
    expect(textOf(byRole(page, 'dialog'))).toContain('Beleg wird geholt');
  });
});
