import { TestBed } from '@angular/core/testing';
import { allByRole, byRole, moment, press, rest, textOf, type } from '../../testing/find';
import {
  activeOf,
  cell,
  clipboard,
  CONTROL,
  DONE,
  enter,
  keys,
  LINES,
  open,
  saved,
  SHIFT,
} from './plan-amounts.sample';

describe('the amounts of a plan version', () => {
  it('show 0 as 0,00, nothing planned as an empty cell that says so, and what is not known as a dash', async () => {
    const { page } = await open();
    expect(textOf(cell(page, 'Rechenzentrum', '2027'))).toMatch(/^0,00/);
    expect(textOf(cell(page, 'Telefonie', '2027'))).toBe('nichts geplant');
    expect(textOf(cell(page, 'Rechenzentrum', '2026'))).toBe('– nicht bekannt');
    expect(textOf(cell(page, 'Bürosoftware', '2026'))).toBe('800,00');
  });

  it('mark cells with a note and lines with an explanation, in words', async () => {
    const { page } = await open();
    expect(textOf(cell(page, 'Rechenzentrum', '2027'))).toBe('0,00 Notiz: Index 3 %');
    expect(allByRole(page, 'rowheader', /mit Erläuterung/).map(textOf)).toEqual(['Bürosoftware, mit Erläuterung']);
  });

  it('save by themselves, saying what was seen, and an emptied cell becomes nothing', async () => {
    const { server, page, grid, fixture } = await open();
    await enter(page, grid, '1.500,00');
    await keys(grid, 'Delete');
    expect(server.match(({ method }) => method === 'PUT')).toEqual([]);
    await moment();
    const call = saved(server);
    expect(call.request.body).toEqual({
      lineIds: ['l-1', 'l-2'],
      fiscalYears: [2027, 2027],
      amountCents: [150_000, null],
      seenCents: [100_000, 0],
    });
    call.flush(DONE);
    await rest(fixture);
    expect(textOf(page)).toContain('Gespeichert');
    expect(textOf(cell(page, 'Bürosoftware', '2027'))).toBe('1.500,00');
  });

  it('are worked by keyboard: typing overwrites, Tab goes on, Esc discards, Enter begins the next line', async () => {
    const { page, grid } = await open();
    expect(activeOf(grid)).toBe('1.000,00');
    await keys(grid, '7');
    const field = byRole<HTMLInputElement>(page, 'textbox', 'Bürosoftware, 2027');
    expect(field.value).toBe('7');
    press(field, 'Tab');
    TestBed.tick();
    expect(textOf(cell(page, 'Bürosoftware', '2027'))).toBe('7,00 noch nicht gespeichert');
    await keys(grid, '9');
    press(byRole(page, 'textbox', 'Bürosoftware, 2028'), 'Escape');
    TestBed.tick();
    expect(textOf(cell(page, 'Bürosoftware', '2028'))).toBe('nichts geplant');
    await keys(grid, 'Enter');
    expect(grid.getAttribute('aria-activedescendant')).toBe(cell(page, 'Rechenzentrum', '2027').id);
  });

  it('lose nothing of what is typed fast: the field is there with the first sign', async () => {
    const { page, grid } = await open();
    press(grid, '1');
    const field = byRole<HTMLInputElement>(page, 'textbox', 'Bürosoftware, 2027');
    expect([document.activeElement, field.value, field.selectionStart]).toEqual([field, '1', 1]);
  });

  it('undo and do again, also across a save: an undo is a new change', async () => {
    const { server, page, grid } = await open();
    await enter(page, grid, '5');
    await moment();
    saved(server).flush(DONE);
    await moment();
    await keys(grid, ['z', CONTROL]);
    await moment();
    const undone = saved(server);
    expect(undone.request.body).toMatchObject({ amountCents: [100_000], seenCents: [500] });
    undone.flush(DONE);
    await moment();
    await keys(grid, ['y', CONTROL]);
    expect(textOf(cell(page, 'Bürosoftware', '2027'))).toBe('5,00 noch nicht gespeichert');
  });

  it('fill down and right', async () => {
    const { page, grid } = await open();
    await keys(grid, ['ArrowDown', SHIFT], ['ArrowDown', SHIFT], ['d', CONTROL]);
    await keys(grid, ['ArrowRight', SHIFT], ['r', CONTROL]);
    for (const line of LINES) {
      expect(textOf(cell(page, line, '2027'))).toContain('1.000,00');
      expect(textOf(cell(page, line, '2028'))).toContain('1.000,00');
    }
  });

  it('copy a block as a German spreadsheet reads it', async () => {
    const { grid } = await open();
    await keys(grid, ['ArrowDown', SHIFT], ['ArrowDown', SHIFT], ['ArrowRight', SHIFT]);
    expect(clipboard(grid, 'copy')).toBe('1000,00\t\r\n0,00\t\r\n\t');
    await keys(grid, 'ArrowUp', 'Home', 'Home', ['End', SHIFT]);
    expect(clipboard(grid, 'copy')).toBe('Bürosoftware\t800,00\t1000,00\t');
  });

  it('take a block from a spreadsheet, ask once what the point means, and say what sticks out', async () => {
    const { server, page, grid } = await open();
    await keys(grid, 'ArrowRight');
    clipboard(grid, 'paste', '1.234\t9\n2.345\t9\n3456\t9\n7\t9\n');
    expect(textOf(page)).toContain('5 Werte ragten über die Tabelle hinaus');
    await moment();
    // What is clear is saved at once; what is not waits for the answer.
    const first = saved(server);
    expect(first.request.body).toMatchObject({ lineIds: ['l-3'], fiscalYears: [2028], amountCents: [345_600] });
    first.flush(DONE);
    await moment();
    expect(textOf(page)).toContain('Das gilt für 2 Felder');
    byRole(page, 'button', 'Der Punkt trennt Tausender').click();
    await moment();
    expect(saved(server).request.body).toMatchObject({ lineIds: ['l-1', 'l-2'], amountCents: [123_400, 234_500] });
  });

  it('mark what cannot be read in its cell and do not save it; a blank empties', async () => {
    const { server, page, grid } = await open();
    clipboard(grid, 'paste', 'zwölf\n\n3,50');
    const wrong = cell(page, 'Bürosoftware', '2027');
    expect([wrong.getAttribute('aria-invalid'), textOf(wrong)]).toEqual(['true', 'zwölf kein lesbarer Betrag']);
    await moment();
    expect(saved(server).request.body).toMatchObject({ lineIds: ['l-2', 'l-3'], amountCents: [null, 350] });
  });

  it('one value goes into every selected cell', async () => {
    const { page, grid } = await open();
    await keys(grid, ['ArrowDown', SHIFT]);
    clipboard(grid, 'paste', '4,00\r\n');
    expect(LINES.map((line) => textOf(cell(page, line, '2027')).split(' ')[0])).toEqual(['4,00', '4,00', 'nichts']);
  });
});

describe('formulas for the selection', () => {
  it('begin in the grid with =, go on from year to year, and say what they left out', async () => {
    const { page, grid } = await open();
    await keys(grid, ['ArrowDown', SHIFT], ['ArrowRight', SHIFT], '=');
    const bar = byRole<HTMLInputElement>(page, 'textbox', 'Formel für die Auswahl');
    expect([bar.value, document.activeElement]).toEqual(['=', bar]);
    type(bar, '=Vorjahr*1,03');
    byRole(page, 'button', 'Anwenden').click();
    TestBed.tick();
    expect(textOf(cell(page, 'Bürosoftware', '2027'))).toContain('824,00');
    expect(textOf(cell(page, 'Bürosoftware', '2028'))).toContain('848,72');
    expect(textOf(page)).toContain('3 Beträge geändert. 1 Zelle ohne Betrag blieb, wie sie war.');
  });

  it('refuse with what to do and change nothing', async () => {
    const { page, grid } = await open();
    await keys(grid, '=');
    const bar = byRole<HTMLInputElement>(page, 'textbox', 'Formel für die Auswahl');
    for (const [text, sentence] of [
      ['3%', 'Diese Formel ist nicht bekannt'],
      ['+1.234', 'Das kann 1234 oder 1,234 heißen'],
      ['-101%', 'Möglich sind −100 %'],
    ] as const) {
      type(bar, text);
      byRole(page, 'button', 'Anwenden').click();
      TestBed.tick();
      expect(textOf(byRole(page, 'alert'))).toContain(sentence);
    }
    expect(textOf(cell(page, 'Bürosoftware', '2027'))).toBe('1.000,00');
  });

  it('can be typed into a cell and mean the selection', async () => {
    const { page, grid } = await open();
    await enter(page, grid, '-2,5%');
    expect(textOf(cell(page, 'Bürosoftware', '2027'))).toBe('975,00 noch nicht gespeichert');
  });

  it('distribute an amount so that the sum is exact', async () => {
    const { page, grid } = await open();
    await keys(grid, ['ArrowDown', SHIFT], ['ArrowDown', SHIFT], '+');
    type(byRole(page, 'textbox', 'Formel für die Auswahl'), 'verteile 100');
    byRole(page, 'button', 'Anwenden').click();
    TestBed.tick();
    const parts = LINES.map((line) => textOf(cell(page, line, '2027')).split(' ')[0]);
    expect(parts).toEqual(['33,34', '33,33', '33,33']);
    expect(textOf(page)).toContain('Summe 100,00 € · Anzahl 3 · Mittelwert 33,33 €');
  });
});
