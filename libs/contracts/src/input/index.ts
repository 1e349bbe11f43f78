import { checkText, isFiscalYear, isId, isPlainDate, type TextRule } from '@etatlotse/domain/shared';
import { Transform } from 'class-transformer';
import { registerDecorator, type ValidationArguments, ValidateIf } from 'class-validator';

/*
 * The rules a field can have on the wire. Each answers with a stable code of `@etatlotse/contracts/problem`, so the same
 * mistake reads the same on every route.
 */

/** The largest amount on the wire: 9,999,999,999,999.99, which sums a thousandfold without leaving the safe integers. */
export const AMOUNT_MAX_CENTS = 999_999_999_999_999;

function textCode(value: unknown, limits: TextRule): string | null {
  const checked = checkText(value, limits);
  return checked.ok ? null : checked.code;
}

/** What a rule allows, kept beside it so that the API's description is made from the rules themselves. */
export interface RuleFacts {
  readonly min?: number;
  readonly max?: number;
  readonly values?: readonly string[];
}

function rule(name: string, check: (value: unknown) => string | null, facts: RuleFacts = {}): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(property),
      constraints: [facts],
      validator: {
        validate: (value: unknown) => check(value) === null,
        defaultMessage: (args?: ValidationArguments) => check(args?.value) ?? 'INPUT_INVALID',
      },
    });
  };
}

/** A field that may be left out. `null` is not the same as left out; use `Nullable` for that. */
export const Optional = (): PropertyDecorator => ValidateIf(isGiven);

/** The condition behind `Optional`. */
export const isGiven = (_: unknown, value: unknown): boolean => value !== undefined;

/** A field that may say `null`, and then means something by it (unknown, none). */
export const Nullable = (): PropertyDecorator => ValidateIf(isNotNull);

/** The condition behind `Nullable`. */
export const isNotNull = (_: unknown, value: unknown): boolean => value !== null;

/** Whole cents as a safe integer. */
export const IsAmountCents = (range: { min?: number; max?: number; notZero?: boolean } = {}): PropertyDecorator => {
  const { min = -AMOUNT_MAX_CENTS, max = AMOUNT_MAX_CENTS, notZero = false } = range;
  return rule(
    'isAmountCents',
    (value) => {
      if (typeof value !== 'number' || !Number.isSafeInteger(value) || Object.is(value, -0)) return 'AMOUNT_FORMAT';
      if (value < min || value > max) return 'AMOUNT_RANGE';
      return notZero && value === 0 ? 'AMOUNT_RANGE' : null;
    },
    { min, max },
  );
};

/** A real calendar day `YYYY-MM-DD` from 1900 to 2199. */
export const IsPlainDate = (): PropertyDecorator =>
  rule('isPlainDate', (value) => (typeof value === 'string' && isPlainDate(value) ? null : 'DATE_INVALID'));

/** Text without control characters, at most `max` code points, not empty unless `required: false`. */
export const IsText = (limits: Omit<TextRule, 'required'> & { required?: boolean }): PropertyDecorator =>
  rule('isText', (value) => textCode(value, { required: true, ...limits }), {
    min: limits.required === false ? 0 : 1,
    max: limits.max,
  });

/** A UUID in lower case. */
export const IsId = (): PropertyDecorator =>
  rule('isId', (value) => (typeof value === 'string' && isId(value) ? null : 'ID_FORMAT'));

export const IsFiscalYear = (): PropertyDecorator =>
  rule('isFiscalYear', (value) => (typeof value === 'number' && isFiscalYear(value) ? null : 'YEAR_INVALID'));

/** One of the named values; anything else, also of another type, is refused. */
export const IsOneOf = (values: readonly string[]): PropertyDecorator =>
  rule('isOneOf', (value) => (typeof value === 'string' && values.includes(value) ? null : 'ENUM_INVALID'), { values });

export const IsWholeNumber = (min: number, max: number): PropertyDecorator =>
  rule(
    'isWholeNumber',
    (value) =>
      typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? null : 'NUMBER_INVALID',
    { min, max },
  );

export const IsFlag = (): PropertyDecorator =>
  rule('isFlag', (value) => (typeof value === 'boolean' ? null : 'BOOLEAN_INVALID'));

/** A list of at most `max` items; what an item must be is said by `@ValidateNested` or by the item rule given. */
export const IsList = (max: number, item?: (value: unknown) => boolean): PropertyDecorator =>
  rule(
    'isList',
    (value) =>
      Array.isArray(value) && value.length <= max && (item === undefined || value.every(item)) ? null : 'LIST_INVALID',
    { max },
  );

/** A value whose shape a function knows; it is stored or handed on as a whole. */
export const IsShape = (isSound: (value: unknown) => boolean, code: string): PropertyDecorator =>
  rule('isShape', (value) => (isSound(value) ? null : code));

const emailPattern =
  /^[^\s@<>()[\]\\,;:"]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;

export const IsEmailAddress = (): PropertyDecorator =>
  rule('isEmailAddress', (value) =>
    typeof value === 'string' &&
    value.length <= 254 &&
    textCode(value, { max: 254, required: true }) === null &&
    emailPattern.test(value)
      ? null
      : 'EMAIL_INVALID',
  );

/** In an address numbers are text: exactly digits become a number, anything else stays and is then refused. */
export const FromQueryNumber = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^(0|[1-9][0-9]{0,8})$/.test(value) ? Number(value) : value,
  );

/** In an address yes and no are the words `true` and `false`. */
export const FromQueryFlag = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));
