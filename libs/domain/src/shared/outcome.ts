/**
 * Why a command was not carried out: a stable code for machines and the figures a person needs to understand it.
 * Use cases list their refusals as a union of `Refusal<'CODE', { ...params }>`.
 */
export interface Refusal<Code extends string = string, Params extends object = object> {
  readonly code: Code;
  readonly params: Readonly<Params>;
}

/** Result of a command: a value, or a refusal. Refusals are values; faults are thrown. */
export type Outcome<T, R extends Refusal = Refusal> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R };

/** Result of checking raw input: the typed value, or the code that names what is wrong with it. */
export type Checked<T, Code extends string> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: Code };

/** The command was carried out, or the input is fine. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** The command was refused; nothing changed. */
export function refuse<R extends Refusal>(refusal: R): { readonly ok: false; readonly refusal: R } {
  return { ok: false, refusal };
}
