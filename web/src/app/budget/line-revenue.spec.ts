import { provideHttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { LineDetail } from '@etatlotse/contracts/budget';
import { byRole, textOf } from '../../testing/find';
import { LineRevenue, revenueHead, revenueProof } from './line-revenue';

const line = (appropriationCents: number, actualCents: number): LineDetail =>
  ({
    name: 'Zuweisung des Landes',
    fiscalYear: 2026,
    direction: 'revenue',
    balance: {
      appropriationCents,
      carryOverCents: 0,
      overPlanCents: 0,
      outsidePlanCents: 0,
      earmarkCents: 0,
      transferCents: 0,
      lockCents: 0,
      reservationCents: 0,
      commitmentCents: 0,
      actualCents,
      adjustedCents: appropriationCents,
      availableCents: appropriationCents - actualCents,
    },
    months: Array.from({ length: 12 }, (_, at) => ({
      month: at + 1,
      actualCents: at === 2 ? actualCents : 0,
      plannedCents: null,
    })),
  }) as unknown as LineDetail;

const shown = (of: LineDetail): HTMLElement => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideRouter([])] });
  const fixture = TestBed.createComponent(LineRevenue);
  fixture.componentRef.setInput('line', of);
  fixture.componentRef.setInput('today', '2026-10-05');
  fixture.detectChanges();
  return fixture.nativeElement as HTMLElement;
};

describe('a line that brings money', () => {
  it('asks what is still to come, and never speaks of available', () => {
    const page = shown(line(10_000_000, 4_000_000));
    expect(textOf(byRole(page, 'heading', 'Was kommt noch?'))).toBe('Was kommt noch?');
    expect(textOf(page.querySelector('table'))).toContain('Offen');
    expect(textOf(page.querySelector('table'))).not.toMatch(/verfügbar|Obligo|gesperrt/i);
    expect(textOf(page)).toContain('Bis Oktober sind 40.000 € eingegangen; geplant sind 100.000 €.');
  });

  it.each([
    [10_000_000, 4_000_000, 'Zuweisung des Landes: noch 60.000,00 € zu erwarten'],
    [10_000_000, 10_000_000, 'Zuweisung des Landes: alles eingegangen'],
    [10_000_000, 12_000_000, 'Zuweisung des Landes: 20.000,00 € mehr als geplant'],
    [0, 0, 'Zuweisung des Landes'],
  ])('planned %i, received %i: %s', (planned, received, question) => {
    expect(revenueHead(line(planned, received)).question.replaceAll('\u00a0', ' ')).toBe(question);
  });

  it('the proof ends at what is open', () => {
    const proof = revenueProof(line(10_000_000, 4_000_000), {
      title: 'verfügbar',
      cents: 1,
      formula: [],
      movements: [],
      movementCount: 0,
      differenceCents: 0,
    });
    expect([proof.title, proof.cents, proof.formula.at(-1)?.label]).toEqual(['offen', 6_000_000, 'offen']);
  });
});
