import type { CensusEntry } from '../src/platform/http/route-census';
import { type InputClass, type InputField, inputFieldsOf } from '../src/platform/openapi/input-fields';
import { routeInputsOf } from '../src/platform/openapi/route-inputs';
import type { Answer, HttpClient } from './http-client';

/**
 * A request that its route accepts as well-formed, made from the route's own rules. `id` stands wherever an id goes: in
 * the address, in the query and in the body.
 */
export function sendSample(client: HttpClient, route: CensusEntry, id: string): Promise<Answer> {
  const { body, query } = routeInputsOf(route);
  const address = route.path.replaceAll(/:(\w+)/g, (_, name: string) => SAMPLE_PARTS[name] ?? id);
  const search = new URLSearchParams(query === null ? {} : sampleQuery(query, id)).toString();
  const init: RequestInit = { method: route.method };
  if (route.method !== 'GET' && route.method !== 'DELETE') {
    init.body = JSON.stringify(body === null ? {} : sampleOf(body, id));
    init.headers = { 'content-type': 'application/json', 'idempotency-key': `probe-${++sent}-${Date.now()}` };
  }
  return client.send(search === '' ? address : `${address}?${search}`, init);
}

/** Whether somebody could put another city's id into this route. */
export function takesIds(route: CensusEntry): boolean {
  const { body, query } = routeInputsOf(route);
  return /:\w*id\b/i.test(route.path) || [body, query].some((type) => type !== null && hasId(type));
}

/** What an address needs beside its path, as text. */
export function sampleQuery(type: InputClass, id: string): Record<string, string> {
  return Object.fromEntries(Object.entries(sampleOf(type, id)).map(([name, value]) => [name, String(value)]));
}

let sent = 0;

/** Parts of addresses that are no ids. */
const SAMPLE_PARTS: Readonly<Record<string, string>> = { fiscalYear: '2026', frame: 'CORE' };

function hasId(type: InputClass): boolean {
  return inputFieldsOf(type).some(({ rule, nested }) => rule === 'isId' || (nested !== null && hasId(nested)));
}

function sampleOf(type: InputClass, id: string): Record<string, unknown> {
  return Object.fromEntries(neededFieldsOf(type).map((field) => [field.name, sampleValue(field, id)]));
}

/** A class is asked for thousands of times, and each time would look through the rules of all classes. */
const needed = new Map<InputClass, readonly InputField[]>();

/** Every id and everything that is required; the rest is left out. */
function neededFieldsOf(type: InputClass): readonly InputField[] {
  const known = needed.get(type);
  if (known !== undefined) return known;
  const fields = inputFieldsOf(type).filter(
    ({ isRequired, rule, nested }) => isRequired || rule === 'isId' || (nested !== null && hasId(nested)),
  );
  needed.set(type, fields);
  return fields;
}

function sampleValue({ rule, facts, nested, isList }: InputField, id: string): unknown {
  if (nested !== null) return isList ? [sampleOf(nested, id)] : sampleOf(nested, id);
  switch (rule) {
    case 'isAmountCents':
      return Math.max(facts.min ?? 1, 1);
    case 'isWholeNumber':
      return facts.min;
    case 'isFiscalYear':
      return 2026;
    case 'isPlainDate':
      return '2026-10-05';
    case 'isId':
      return id;
    case 'isOneOf':
      return facts.values?.[0];
    case 'isFlag':
      return false;
    case 'isList':
      return [];
    case 'isEmailAddress':
      return `probe${++sent}@anderswo.example`;
    default:
      return `Probe ${++sent}`.slice(0, facts.max);
  }
}
