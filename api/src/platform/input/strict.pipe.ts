import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { isProblemCode, type ProblemCode } from '@etatlotse/contracts/problem/plain';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { type FieldRefusal, ProblemException } from '../problem/problem-exception';

/**
 * Validates bodies, queries and path parameters against their DTO class. Unknown fields are refused, never dropped.
 * Every rule answers with a stable code (`@etatlotse/contracts/input`); anything wrong with an address is QUERY_INVALID.
 */
@Injectable()
export class StrictPipe implements PipeTransform {
  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const type = metadata.metatype;
    if (type === undefined || type === Object || type === String || metadata.type === 'custom') return value;
    const dto: object = plainToInstance(type as new () => object, value ?? {}, { exposeUnsetFields: false });
    const errors = await validate(dto, {
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      validationError: { target: false, value: false },
    });
    if (errors.length === 0) return dto;
    const refusals = errors.flatMap((error) => refusalsOf(error, ''));
    const fields = metadata.type === 'query' ? refusals.map((refusal) => inAddress(refusal, value)) : refusals;
    throw new ProblemException(overallCode(metadata.type, fields), {}, fields);
  }
}

/** A single wrong field gives the answer its code, so that a caller with one mistake reads it at the top. */
function overallCode(source: ArgumentMetadata['type'], fields: readonly FieldRefusal[]): ProblemCode {
  const codes = new Set(fields.map(({ code }) => code));
  const [only] = codes;
  if (source === 'query') {
    return codes.size === 1 && (only === 'ID_FORMAT' || only === 'QUERY_DUPLICATE') ? only : 'QUERY_INVALID';
  }
  if (codes.size === 1 && only !== undefined) return only;
  return codes.has('FIELD_NOT_ALLOWED') ? 'FIELD_NOT_ALLOWED' : 'INPUT_INVALID';
}

/** What comes twice was not meant twice; an id written as a list (`id[]=`) is none. Lists answer for their items. */
function inAddress({ field, code }: FieldRefusal, query: unknown): FieldRefusal {
  if (/id\[\]$/i.test(field)) return { field, code: 'ID_FORMAT' };
  const given = typeof query === 'object' && query !== null ? (Reflect.get(query, field) as unknown) : undefined;
  return { field, code: Array.isArray(given) && code !== 'LIST_INVALID' ? 'QUERY_DUPLICATE' : code };
}

function refusalsOf(error: ValidationError, prefix: string): FieldRefusal[] {
  const field = `${prefix}${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    field,
    code: codeOf(rule, message),
  }));
  const inner = (error.children ?? []).flatMap((child) => refusalsOf(child, `${field}.`));
  return [...own.slice(0, 1), ...inner];
}

function codeOf(rule: string, message: string): ProblemCode {
  if (rule === 'whitelistValidation') return 'FIELD_NOT_ALLOWED';
  return isProblemCode(message) ? message : 'INPUT_INVALID';
}
