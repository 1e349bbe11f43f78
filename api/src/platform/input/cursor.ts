import { isId, isPlainDate } from '@etatlotse/domain/shared';
import { ProblemException } from '../problem/problem-exception';

type CursorPart = string | number;

/** Where a page ended, as opaque text: the sort values of its last row. */
export function encodeCursor(parts: readonly CursorPart[]): string {
  return Buffer.from(JSON.stringify(parts), 'utf8').toString('base64url');
}

/** A moment as PostgreSQL writes it: `2026-10-05 07:30:00.123456+02`. */
const INSTANT = /^(\d{4}-\d{2}-\d{2}) (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?[+-](?:0\d|1[0-4])(?::[0-5]\d)?$/;
const INTEGER_MAX = 2_147_483_647;

/** What a part may be: exactly what the column it is compared with can hold. A cursor comes from outside like any input. */
const PART_RULES = {
  text: (part) => typeof part === 'string' && !/[\u0000\p{Surrogate}]/u.test(part),
  id: isId,
  day: isPlainDate,
  instant: (part) => typeof part === 'string' && isPlainDate(INSTANT.exec(part)?.[1]),
  integer: (part) => Number.isInteger(part) && Math.abs(part as number) <= INTEGER_MAX,
  bigint: Number.isSafeInteger,
} satisfies Record<string, (part: unknown) => boolean>;

/** Reads a cursor back; anything that is not exactly these kinds of parts is refused. */
export function decodeCursor(cursor: string, kinds: readonly (keyof typeof PART_RULES)[]): CursorPart[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const isRight = (part: unknown, at: number): boolean => PART_RULES[kinds[at] ?? 'text'](part);
    if (Array.isArray(parts) && parts.length === kinds.length && parts.every(isRight)) return parts as CursorPart[];
  } catch {
    // Not JSON: refused below like every other wrong cursor.
  }
  throw new ProblemException('QUERY_INVALID', {}, [{ field: 'cursor', code: 'QUERY_INVALID' }]);
}
