import { HttpContext, HttpContextToken } from '@angular/common/http';

/** Every address of the API begins here. */
export const API = '/api/v1';

/** `api('budget/lines', id, 'movements')` → `/api/v1/budget/lines/<id>/movements`, each part escaped except slashes in the first. */
export function api(path: string, ...parts: readonly (string | number)[]): string {
  return [`${API}/${path}`, ...parts.map((part) => encodeURIComponent(part))].join('/');
}

/** Leaves out what is not set, so that an address carries only real filters. */
export function query(
  values: Readonly<Record<string, string | number | boolean | null | undefined>>,
): Record<string, string> {
  const set = Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return Object.fromEntries(set.map(([key, value]) => [key, String(value)]));
}

/** A list with what it is filtered by, as an address to download it from; big pages, because all of it is wanted. */
export function listAddress(path: string, params: Readonly<Record<string, string>>): string {
  return `${path}?${new URLSearchParams({ ...params, limit: '100' }).toString()}`;
}

/** Calls with this mark handle a 401 themselves (the first "who am I", the login). */
export const HANDLES_LOGIN = new HttpContextToken<boolean>(() => false);
export const handlesLogin = (): HttpContext => new HttpContext().set(HANDLES_LOGIN, true);

/** Header for commands that create: the same key twice is done once. Make it when the form opens, not when it is sent. */
export function idempotent(key: string): { readonly headers: Record<string, string> } {
  return { headers: { 'Idempotency-Key': key } };
}

export const newIdempotencyKey = (): string => crypto.randomUUID();
