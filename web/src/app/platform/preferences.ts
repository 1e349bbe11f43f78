/** The only things kept in the browser. Storage may be forbidden; then they last until the page is left. */
type Preference = 'language' | 'theme' | 'first-steps';

const memory = new Map<Preference, string>();
const keyOf = (name: Preference): string => `etatlotse.${name}`;

export function kept(name: Preference): string | null {
  try {
    return memory.get(name) ?? globalThis.localStorage.getItem(keyOf(name));
  } catch {
    return null;
  }
}

export function keep(name: Preference, value: string): void {
  memory.set(name, value);
  try {
    globalThis.localStorage.setItem(keyOf(name), value);
  } catch {
    // A browser that forbids storage still shows the choice until it is closed.
  }
}
