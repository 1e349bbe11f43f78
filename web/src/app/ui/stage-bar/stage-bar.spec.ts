import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { allByRole, textOf } from '../../../testing/find';
import { StageBar, stagesOf, StageKeys } from './stage-bar';
import type { StageFigures } from './stage-bar.types';

const CORE: StageFigures = {
  actualCents: 190_000_000,
  commitmentCents: 61_000_000,
  reservationCents: 0,
  lockCents: 35_000_000,
  availableCents: 75_000_000,
};

@Component({
  selector: 'et-host',
  imports: [StageBar, StageKeys],
  template: `<et-stage-bar [figures]="core" name="Kern-IT" [scaleCents]="722000000" />
    <et-stage-bar [figures]="fees" name="Gebühren" />
    <et-stage-keys [figures]="core" />`,
})
class Host {
  readonly core = CORE;
  readonly fees: StageFigures = { ...CORE, lockCents: 0, availableCents: null };
}

describe('where the money of a frame stands', () => {
  it('says the bar in one sentence, unknown included', () => {
    const fixture = TestBed.createComponent(Host);
    fixture.detectChanges();
    const [core, fees] = allByRole(fixture.nativeElement as HTMLElement, 'img');
    expect(core?.getAttribute('aria-label')?.replace(/\u00a0/g, ' ')).toBe(
      'Kern-IT: Ist 1.900.000 €, Obligo 610.000 €, gesperrt 350.000 €, verfügbar 750.000 €',
    );
    expect(fees?.getAttribute('aria-label')).toMatch(/verfügbar unbekannt$/);
    expect(textOf(fees ?? null)).toContain('Rahmen nicht hinterlegt');
  });

  it('shares a scale: half of it fills half the width', () => {
    const fixture = TestBed.createComponent(Host);
    fixture.detectChanges();
    const segments = [
      ...(fixture.nativeElement as HTMLElement).querySelectorAll<HTMLElement>('et-stage-bar:first-child span'),
    ];
    const widths = segments.map((segment) => Number(segment.style.inlineSize.replace('%', '')));
    expect(Math.round(widths.reduce((sum, width) => sum + width, 0))).toBe(50);
  });

  it('names its parts with amounts and leaves out what is nothing', () => {
    const fixture = TestBed.createComponent(Host);
    fixture.detectChanges();
    const keys = textOf((fixture.nativeElement as HTMLElement).querySelector('.et-keys'));
    expect(keys).toContain('Obligo 610.000 €');
    expect(keys).not.toContain('reserviert');
  });

  it('shows what is missing instead of a negative availability', () => {
    expect(stagesOf({ ...CORE, availableCents: -1_500_000 }).at(-1)).toEqual({ stage: 'missing', cents: 1_500_000 });
  });
});
