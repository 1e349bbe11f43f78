import { TestBed } from '@angular/core/testing';

/*
 * Finds things as a person with a screen reader does: by role and name. Covers what these pages use, no more.
 */
const NATIVE: Record<string, string> = {
  button: 'button, [role="button"], summary',
  link: 'a[href]',
  heading: 'h1, h2, h3, h4',
  textbox: 'input:not([type]), input[type="text"], input[type="email"], input[type="password"], textarea',
  searchbox: 'input[type="search"]',
  combobox: 'select, [role="combobox"]',
  radio: 'input[type="radio"]',
  checkbox: 'input[type="checkbox"]',
  img: '[role="img"]',
  row: 'tr',
  columnheader: 'th[scope="col"]',
  rowheader: 'th[scope="row"]',
  cell: 'td',
  alert: '[role="alert"]',
  status: '[role="status"]',
  dialog: 'dialog[open]',
  option: '[role="option"]',
  navigation: 'nav',
  region: '[role="region"]',
};

export function allByRole(root: ParentNode, role: string, name?: string | RegExp): HTMLElement[] {
  const found = [...root.querySelectorAll<HTMLElement>(NATIVE[role] ?? `[role="${role}"]`)];
  return found.filter((element) => name === undefined || matches(nameOf(element), name));
}

/** Exactly one, or a failure that lists what is there. */
export function byRole<E extends HTMLElement = HTMLElement>(root: ParentNode, role: string, name?: string | RegExp): E {
  const found = allByRole(root, role, name);
  if (found.length !== 1) {
    const there = allByRole(root, role).map((element) => `"${nameOf(element)}"`);
    throw new Error(`${found.length} × ${role} ${String(name ?? '')}. There are: ${there.join(', ')}`);
  }
  return found[0] as E;
}

export const textOf = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Types as a person does: the whole text, then leaving the field. */
export function type(field: HTMLElement, text: string): void {
  (field as HTMLInputElement).value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('blur'));
}

export function press(target: EventTarget, key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  target.dispatchEvent(event);
  return event;
}

/** Lets promises and the view go one step further while a call is still open (then `rest` would wait for ever). */
export async function moment(): Promise<void> {
  await new Promise((done) => setTimeout(done));
  TestBed.tick();
}

/** Lets answers, promises and the view come to rest. */
export async function rest(fixture: { whenStable(): Promise<unknown> }): Promise<void> {
  await new Promise((done) => setTimeout(done));
  await fixture.whenStable();
}

function nameOf(element: HTMLElement): string {
  const label = element.getAttribute('aria-label');
  if (label) return label;
  const labelledBy = element.getAttribute('aria-labelledby');
  if (labelledBy) return textOf(element.ownerDocument.getElementById(labelledBy));
  const field = (element as HTMLInputElement).labels?.[0];
  return field ? textOf(field) : textOf(element);
}

function matches(actual: string, expected: string | RegExp): boolean {
  return typeof expected === 'string' ? actual === expected : expected.test(actual);
}
