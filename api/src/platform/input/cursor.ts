import { ProblemException } from '../problem/problem-exception';

type CursorPart = string | number;

/** Where a page ended, as opaque text: the sort values of its last row. */
export function encodeCursor(parts: readonly CursorPart[]): string {
  return Buffer.from(JSON.stringify(parts), 'utf8').toString('base64url');
}

/** Reads a cursor back; anything that is not exactly these types is refused. */
export function decodeCursor(cursor: string, types: readonly ('string' | 'number')[]): CursorPart[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parts) && parts.length === types.length && parts.every((part, at) => typeof part === types[at])) {
      return parts as CursorPart[];
    }
  } catch {
    // Not JSON: refused below like every other wrong cursor.
  }
  throw new ProblemException('QUERY_INVALID', {}, [{ field: 'cursor', code: 'QUERY_INVALID' }]);
}
