import { type InputClass, type InputField, inputFieldsOf } from './input-fields';

export type Schema = Readonly<Record<string, unknown>>;

const ID = { type: 'string', format: 'uuid' } as const;

/** JSON Schema (2020-12, as OpenAPI 3.1 uses it) of one field. Rules without an entry are described as anything. */
export function schemaOfField(field: InputField, refer: (type: InputClass) => Schema): Schema {
  const plain = field.isList ? listSchema(field, refer) : (nestedSchema(field, refer) ?? valueSchema(field));
  return field.isNullable ? { anyOf: [plain, { type: 'null' }] } : plain;
}

/** The request class as an object that allows nothing but its fields. */
export function schemaOfClass(type: InputClass, refer: (type: InputClass) => Schema): Schema {
  const fields = inputFieldsOf(type);
  const required = fields.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(fields.map((field) => [field.name, schemaOfField(field, refer)])),
    ...(required.length === 0 ? {} : { required }),
  };
}

function listSchema(field: InputField, refer: (type: InputClass) => Schema): Schema {
  return { type: 'array', maxItems: field.facts.max, items: nestedSchema(field, refer) ?? {} };
}

function nestedSchema(field: InputField, refer: (type: InputClass) => Schema): Schema | null {
  return field.nested === null ? null : refer(field.nested);
}

function valueSchema({ rule, facts }: InputField): Schema {
  switch (rule) {
    case 'isAmountCents':
      return { type: 'integer', description: 'Whole cents.', minimum: facts.min, maximum: facts.max };
    case 'isWholeNumber':
      return { type: 'integer', minimum: facts.min, maximum: facts.max };
    case 'isFiscalYear':
      return { type: 'integer', minimum: 1900, maximum: 2199 };
    case 'isPlainDate':
      return { type: 'string', format: 'date' };
    case 'isText':
      return { type: 'string', minLength: facts.min, maxLength: facts.max };
    case 'isId':
      return ID;
    case 'isOneOf':
      return { type: 'string', enum: facts.values };
    case 'isFlag':
      return { type: 'boolean' };
    case 'isShape':
      return { type: 'object', description: 'As the preview shows it, whole and changed.' };
    case 'isEmailAddress':
      return { type: 'string', format: 'email', maxLength: 254 };
    default:
      return {};
  }
}
