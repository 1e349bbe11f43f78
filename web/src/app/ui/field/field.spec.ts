import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { byRole, textOf, type } from '../../../testing/find';
import { Choice } from '../choice/choice';
import { AmountField } from './amount-field';
import { DateField, readDate } from './date-field';
import { ErrorSummary } from './error-summary';
import { TextField } from './text-field';

@Component({
  selector: 'et-host',
  imports: [AmountField, Choice, DateField, ErrorSummary, TextField],
  template: `<et-error-summary [messages]="messages()" />
    <et-amount-field label="Betrag" [(value)]="cents" />
    <et-date-field label="Leistung bis" [(value)]="day" />
    <et-text-field label="Wofür?" [(value)]="purpose" hint="Kurz" error="Bitte ausfüllen" />
    <et-text-field label="Vermerk" [optional]="true" />
    <et-choice legend="Art" [options]="kinds" [(value)]="kind" />`,
})
class Host {
  readonly cents = signal<number | null>(null);
  readonly day = signal<string | null>(null);
  readonly purpose = signal('');
  readonly kind = signal<string | null>(null);
  readonly messages = signal<readonly string[]>([]);
  readonly kinds = [
    { value: 'commitment', label: 'Bestellung' },
    { value: 'actual', label: 'Rechnung' },
  ];
}

describe('a booking form', () => {
  const render = async () => {
    const fixture = TestBed.createComponent(Host);
    document.body.append(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
    return { fixture, host: fixture.componentInstance, page: fixture.nativeElement as HTMLElement };
  };
  afterEach(() => (document.body.innerHTML = ''));

  it.each([
    ['1.234,56', 123_456],
    ['1234,5', 123_450],
    ['1234', 123_400],
    [' 1.234,56 € ', 123_456],
  ])('takes "%s" as %i cents and writes it out', async (typed, cents) => {
    const { fixture, host, page } = await render();
    const field = byRole<HTMLInputElement>(page, 'textbox', 'Betrag in €');
    type(field, typed);
    await fixture.whenStable();
    expect(host.cents()).toBe(cents);
    expect(field.value).toMatch(/^1\.234,\d\d$/);
  });

  it('asks what 1.234 means instead of guessing', async () => {
    const { fixture, host, page } = await render();
    const field = byRole<HTMLInputElement>(page, 'textbox', 'Betrag in €');
    type(field, '1.234');
    await fixture.whenStable();
    expect(host.cents()).toBeNull();
    expect(textOf(page.querySelector('.et-field__error'))).toContain('kann 1234 oder 1,234 heißen');
    byRole(page, 'button', '1.234,00 € übernehmen').click();
    await fixture.whenStable();
    expect(host.cents()).toBe(123_400);
    expect(field.value).toBe('1.234,00');
  });

  it('says what is wrong beside the field and links it to the field', async () => {
    const { fixture, host, page } = await render();
    const field = byRole<HTMLInputElement>(page, 'textbox', 'Betrag in €');
    type(field, 'siehe Anlage');
    await fixture.whenStable();
    const error = document.getElementById(field.getAttribute('aria-describedby')!);
    expect(textOf(error)).toBe('Das ist kein Betrag. Bitte so eingeben: 1.234,56');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.value).toBe('siehe Anlage');
    expect(host.cents()).toBeNull();
  });

  it('shows an amount that comes from outside', async () => {
    const { fixture, host, page } = await render();
    host.cents.set(9_705_902);
    await fixture.whenStable();
    expect(byRole<HTMLInputElement>(page, 'textbox', 'Betrag in €').value).toBe('97.059,02');
  });

  it('takes a German or an ISO date and refuses a day that does not exist', async () => {
    expect(readDate('5.10.26')).toEqual({ day: '2026-10-05' });
    expect(readDate('2026-10-05')).toEqual({ day: '2026-10-05' });
    const { fixture, host, page } = await render();
    const field = byRole<HTMLInputElement>(page, 'textbox', 'Leistung bis');
    type(field, '15.12.2026');
    await fixture.whenStable();
    expect(host.day()).toBe('2026-12-15');
    type(field, '31.09.2026');
    await fixture.whenStable();
    expect(host.day()).toBeNull();
    expect(textOf(page)).toContain('Den Tag 31.09.2026 gibt es nicht.');
  });

  it('marks what may stay empty and joins hint and error to the control', async () => {
    const { page } = await render();
    expect(byRole(page, 'textbox', 'Vermerk (freiwillig)')).toBeTruthy();
    const described = byRole(page, 'textbox', 'Wofür?').getAttribute('aria-describedby')!.split(' ');
    expect(described.map((id) => textOf(document.getElementById(id)))).toEqual(['Kurz', 'Bitte ausfüllen']);
  });

  it('chooses one of a few', async () => {
    const { host, page } = await render();
    const radio = byRole<HTMLInputElement>(page, 'radio', 'Rechnung');
    radio.click();
    expect(host.kind()).toBe('actual');
  });

  it('puts the focus on the summary when the form was refused', async () => {
    const { fixture, host, page } = await render();
    host.messages.set(['Betrag fehlt', 'Datum fehlt']);
    await fixture.whenStable();
    expect(textOf(byRole(page, 'alert'))).toContain('2 Angaben fehlen oder stimmen nicht');
    expect(document.activeElement?.contains(byRole(page, 'alert'))).toBe(true);
  });
});
