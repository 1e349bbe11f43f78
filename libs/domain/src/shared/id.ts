import { type Checked, ok } from './outcome';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a UUID in its canonical lower-case form, of any version, the maximum one included. No braces, no spaces. */
export function isId(raw: unknown): raw is string {
  return typeof raw === 'string' && UUID.test(raw);
}

/** The id as given, or `ID_FORMAT`. */
export function checkId(raw: unknown): Checked<string, 'ID_FORMAT'> {
  return isId(raw) ? ok(raw) : { ok: false, code: 'ID_FORMAT' };
}
