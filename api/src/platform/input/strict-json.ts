import { ProblemException } from '../problem/problem-exception';

const DEPTH_MAX = 8;
const KEYS_MAX = 25_000;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a request body as one JSON object: fatal UTF-8, at most eight levels, no key twice in an object, no `__proto__`.
 * `JSON.parse` alone would repair bad bytes, keep the last of two amounts and follow any depth.
 */
export function parseStrictJson(body: Buffer): Record<string, unknown> {
  if (body.length === 0) throw new ProblemException('BODY_REQUIRED');
  const text = decode(body);
  guardStructure(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ProblemException('JSON_INVALID');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ProblemException('JSON_INVALID');
  return value as Record<string, unknown>;
}

function decode(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch {
    throw new ProblemException('BODY_ENCODING');
  }
}

/** One pass over the text before it is parsed: counts depth, and remembers the keys of every open object. */
function guardStructure(text: string): void {
  const open: (Set<string> | null)[] = [];
  let keys = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === '{' || letter === '[') {
      open.push(letter === '{' ? new Set() : null);
      if (open.length > DEPTH_MAX) throw new ProblemException('JSON_TOO_DEEP');
    } else if (letter === '}' || letter === ']') {
      open.pop();
    } else if (letter === '"') {
      const end = endOfString(text, at);
      if (isKey(text, end)) {
        rememberKey(text.slice(at, end + 1), open.at(-1));
        if (++keys > KEYS_MAX) throw new ProblemException('BODY_TOO_LARGE');
      }
      at = end;
    }
  }
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  throw new ProblemException('JSON_INVALID');
}

/** Only a key is followed by a colon. */
function isKey(text: string, end: number): boolean {
  for (let at = end + 1; at < text.length; at++) {
    const letter = text[at];
    if (letter === ':') return true;
    if (letter !== ' ' && letter !== '\n' && letter !== '\r' && letter !== '\t') return false;
  }
  return false;
}

function rememberKey(literal: string, keys: Set<string> | null | undefined): void {
  let key: string;
  try {
    key = JSON.parse(literal) as string;
  } catch {
    throw new ProblemException('JSON_INVALID');
  }
  if (key === '__proto__' || key === 'constructor' || key === 'prototype') {
    throw new ProblemException('FIELD_NOT_ALLOWED', {}, [{ field: key, code: 'FIELD_NOT_ALLOWED' }]);
  }
  if (keys === undefined || keys === null) throw new ProblemException('JSON_INVALID');
  if (keys.has(key)) throw new ProblemException('JSON_DUPLICATE_KEY');
  keys.add(key);
}
