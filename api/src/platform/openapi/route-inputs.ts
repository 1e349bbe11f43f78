import type { CensusEntry } from '../http/route-census';
import type { InputClass } from './input-fields';

/** What a handler takes from the request, read from its own parameters. */
export interface RouteInputs {
  readonly body: InputClass | null;
  readonly query: InputClass | null;
  readonly path: InputClass | null;
  /** Names of headers it reads, in small letters. */
  readonly headers: readonly string[];
}

/** Numbers of Nest's own parameter kinds. */
const BODY = 3;
const QUERY = 4;
const PATH = 5;
const HEADERS = 6;

interface Argument {
  readonly index: number;
  readonly data?: unknown;
}

export function routeInputsOf({ controller, methodName }: CensusEntry): RouteInputs {
  const types = (Reflect.getMetadata('design:paramtypes', controller.prototype, methodName) ?? []) as unknown[];
  const args = Object.entries(
    (Reflect.getMetadata('__routeArguments__', controller, methodName) ?? {}) as Record<string, Argument>,
  );
  const ofKind = (kind: number): Argument[] =>
    args.filter(([key]) => key.startsWith(`${kind}:`)).map(([, argument]) => argument);
  const classOf = (kind: number): InputClass | null => {
    const [whole] = ofKind(kind).filter(({ data }) => data === undefined);
    const type = whole === undefined ? undefined : types[whole.index];
    return typeof type === 'function' && type !== Object && type !== String ? (type as InputClass) : null;
  };
  return {
    body: classOf(BODY),
    query: classOf(QUERY),
    path: classOf(PATH),
    headers: ofKind(HEADERS).flatMap(({ data }) => (typeof data === 'string' ? [data.toLowerCase()] : [])),
  };
}
