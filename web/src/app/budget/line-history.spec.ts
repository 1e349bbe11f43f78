import { TestBed } from '@angular/core/testing';
import { textOf } from '../../testing/find';
import { LineHistory } from './line-history';

type Change = LineHistory['entries'] extends () => readonly (infer Entry)[]
  ? Entry extends { readonly changes: readonly (infer One)[] }
    ? One
    : never
  : never;

describe('the history of a line', () => {
  const changed = (
    field: string,
    before: string | null,
    after: string | null,
    labels: Partial<Change> = {},
  ): Change => ({
    ...{ field, before, after, beforeLabel: null, afterLabel: null },
    ...labels,
  });

  it('speaks words, not codes: what was it, what is it now', () => {
    const fixture = TestBed.createComponent(LineHistory);
    fixture.componentRef.setInput('entries', [
      {
        ...{ id: '1-1', recordedAt: '2026-10-05T05:30:00Z', actorName: 'Kämmerei', action: 'line.assigned' },
        ...{ amountCents: null, fiscalYear: null },
        changes: [
          changed('frame', 'CORE', 'SCHOOL_NET'),
          changed('runOrChange', null, 'run'),
          changed('subBudget', '', 'TH 4'),
          changed('mayCarryOver', 'true', 'false'),
          changed('unitId', null, 'u-40', { afterLabel: '40 Fachbereich Schule' }),
          changed('explanation', null, null),
        ],
      },
    ]);
    fixture.detectChanges();
    const page = fixture.nativeElement as HTMLElement;
    expect(textOf(page)).toContain('Zuordnung vieler Zeilen');
    expect([...page.querySelectorAll('.et-small')].map(textOf)).toEqual([
      'Rahmen: Kern-IT wurde Schulnetze',
      'Betrieb/Vorhaben: leer wurde Betrieb',
      'Teilhaushalt: leer wurde TH 4',
      'übertragbar: ja wurde nein',
      'Zuständig: leer wurde 40 Fachbereich Schule',
      'Erläuterung geändert',
    ]);
  });
});
