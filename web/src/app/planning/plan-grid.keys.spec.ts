import { TestBed } from '@angular/core/testing';
import { byRole, moment, press, textOf } from '../../testing/find';
import { activeOf, cell, clipboard, CONTROL, keys, open, saved, SHIFT } from './plan-amounts.sample';

const ALL = { ctrlKey: true, shiftKey: true };

/** The active cell by line and year. */
function place(page: HTMLElement, grid: HTMLElement): string {
  const id = grid.getAttribute('aria-activedescendant') ?? '';
  const active = grid.ownerDocument.getElementById(id);
  const head = page.querySelector(`thead [aria-colindex="${active?.getAttribute('aria-colindex')}"]`);
  return `${textOf(active?.closest('tr')?.querySelector('th a') ?? null)} ${textOf(head).slice(0, 4)}`;
}

/** Types into the active cell as somebody does who lives in Excel, and goes on with a key. */
async function typeOver(page: HTMLElement, grid: HTMLElement, text: string, key: string, more = {}): Promise<void> {
  press(grid, text.charAt(0));
  const field = byRole<HTMLInputElement>(page, 'textbox', /^[^,]+, 20\d\d$/);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  press(field, key, more);
  TestBed.tick();
}

describe('the habits of a spreadsheet', () => {
  it('a row is typed with Tab, and Enter begins the next one; a cell may be passed over', async () => {
    const { page, grid } = await open();
    await typeOver(page, grid, '11', 'Tab');
    expect(place(page, grid)).toBe('Bürosoftware 2028');
    await typeOver(page, grid, '12', 'Enter');
    expect(place(page, grid)).toBe('Rechenzentrum 2027');
    await keys(grid, 'Tab');
    await typeOver(page, grid, '22', 'Enter');
    expect(place(page, grid)).toBe('Telefonie 2027');
    expect(textOf(cell(page, 'Rechenzentrum', '2027'))).toMatch(/^0,00/);
    expect(textOf(cell(page, 'Rechenzentrum', '2028'))).toMatch(/^22,00/);
  });

  it('Enter and Tab go round in a selected block, which stays selected', async () => {
    const { page, grid } = await open();
    await keys(grid, ['ArrowDown', SHIFT], ['ArrowRight', SHIFT]);
    for (const amount of ['1', '2', '3', '4']) await typeOver(page, grid, amount, 'Enter');
    expect(place(page, grid)).toBe('Bürosoftware 2027');
    expect(clipboard(grid, 'copy')).toBe('1,00\t3,00\r\n2,00\t4,00');
  });

  it('Ctrl Enter puts one amount into all selected cells', async () => {
    const { page, grid } = await open();
    await keys(grid, ['ArrowDown', SHIFT], ['ArrowRight', SHIFT]);
    await typeOver(page, grid, '7,50', 'Enter', CONTROL);
    expect(textOf(page)).toContain('4 Zellen gefüllt.');
    expect(clipboard(grid, 'copy')).toBe('7,50\t7,50\r\n7,50\t7,50');
  });

  it('an arrow takes over what was typed; after F2 it moves in the text', async () => {
    const { page, grid } = await open();
    await typeOver(page, grid, '11', 'ArrowRight');
    expect(place(page, grid)).toBe('Bürosoftware 2028');
    await keys(grid, 'ArrowLeft', 'F2');
    const field = byRole<HTMLInputElement>(page, 'textbox', 'Bürosoftware, 2027');
    expect(press(field, 'ArrowLeft').defaultPrevented).toBe(false);
    expect(press(field, 'Escape').defaultPrevented).toBe(true);
  });

  it('Backspace empties a cell for typing, and Esc brings its amount back', async () => {
    const { page, grid } = await open();
    await keys(grid, 'Backspace');
    const field = byRole<HTMLInputElement>(page, 'textbox', 'Bürosoftware, 2027');
    expect(field.value).toBe('');
    press(field, 'Escape');
    TestBed.tick();
    expect(activeOf(grid)).toBe('1.000,00');
  });

  it('whole rows, whole columns and everything are selected by keyboard, a column by its head', async () => {
    const { page, grid } = await open();
    await keys(grid, [' ', SHIFT]);
    expect(clipboard(grid, 'copy')).toBe('Bürosoftware\t800,00\t1000,00\t');
    await keys(grid, 'ArrowDown', 'ArrowUp', [' ', CONTROL]);
    expect(clipboard(grid, 'copy')).toBe('1000,00\r\n0,00\r\n');
    const head = page.querySelector('thead [data-head="1"]');
    head?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
    TestBed.tick();
    expect(clipboard(grid, 'copy')).toBe('800,00\r\n\r\n');
    await keys(grid, ['a', CONTROL]);
    expect(clipboard(grid, 'copy').split('\r\n')).toHaveLength(3);
  });

  it('Ctrl with arrows stops where the figures end', async () => {
    const { page, grid } = await open();
    await keys(grid, ['ArrowDown', CONTROL]);
    expect(place(page, grid)).toBe('Rechenzentrum 2027');
    await keys(grid, ['Home', CONTROL], 'ArrowRight', ['ArrowDown', ALL]);
    expect(clipboard(grid, 'copy')).toBe('1000,00\r\n0,00');
  });

  it('Ctrl S saves at once, also while typing', async () => {
    const { page, grid, server } = await open();
    await typeOver(page, grid, '5', 's', CONTROL);
    expect(saved(server).request.body).toMatchObject({ amountCents: [500] });
  });

  it('Ctrl F looks for a line and Enter leads back', async () => {
    const { page, grid } = await open();
    await keys(grid, ['f', CONTROL]);
    const field = byRole(page, 'searchbox', 'Zeile suchen');
    expect(document.activeElement).toBe(field);
    press(field, 'Enter');
    expect(document.activeElement).toBe(grid);
  });

  it('Tab leaves the grid for whoever only passes through, and after Esc', async () => {
    const { grid } = await open();
    grid.focus();
    expect(press(grid, 'Tab').defaultPrevented).toBe(false);
    await keys(grid, 'ArrowDown');
    expect(press(grid, 'Tab').defaultPrevented).toBe(true);
    await keys(grid, 'Escape');
    expect(press(grid, 'Tab').defaultPrevented).toBe(false);
  });

  it('an undo shows the cell that it changes', async () => {
    const { page, grid } = await open();
    await typeOver(page, grid, '5', 'Enter');
    await keys(grid, 'ArrowDown', 'ArrowRight', ['z', CONTROL]);
    expect(place(page, grid)).toBe('Bürosoftware 2027');
    expect(textOf(page)).toContain('Rückgängig: 1 Zelle.');
  });

  it('a pasted block is selected, and its head with years is no amount', async () => {
    const { page, grid } = await open();
    clipboard(grid, 'paste', '2028\t2027\n20,00\t10,00\n40,00\t-   €\n');
    expect(textOf(page)).toContain('4 Beträge eingefügt. Die Jahre im Kopf haben gesagt, welche Spalte welche ist.');
    expect(clipboard(grid, 'copy')).toBe('10,00\t20,00\r\n0,00\t40,00');
  });

  it('a line whose last amount is emptied stays, though only planned lines are shown', async () => {
    const { page, grid } = await open({ inputs: { planned: 'yes' } });
    await keys(grid, 'Delete');
    await moment();
    expect(textOf(cell(page, 'Bürosoftware', '2027'))).toMatch(/^nichts geplant/);
  });
});
