import { PROBLEMS } from '@etatlotse/contracts/problem/plain';
import { AS_TABLE, NUMBER_STYLES, TABLE_FORMATS } from '../http/as-table';
import type { CensusEntry } from '../http/route-census';
import { type InputClass, inputFieldsOf } from './input-fields';
import { routeInputsOf } from './route-inputs';
import { type Schema, schemaOfClass, schemaOfField } from './schema';

/**
 * The description of the API, made from what runs: the routes that Nest serves, the permission each asks for, and the
 * rules by which requests are checked. Answers are described by their status and kind; their fields are typed in
 * `@etatlotse/contracts`, which leaves no trace at run time.
 */
export function describeApi(routes: readonly CensusEntry[]): Schema {
  const names = new Map<InputClass, string>();
  const refer = (type: InputClass): Schema => {
    if (!names.has(type)) {
      names.set(type, freeName(type, [...names.values()]));
      for (const { nested } of inputFieldsOf(type)) if (nested !== null) refer(nested);
    }
    return { $ref: `#/components/schemas/${names.get(type)}` };
  };
  const paths: Record<string, Record<string, Schema>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, refer) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Etatlotse',
      version: '1',
      description: 'IT-Haushalt und Ressourcen einer Stadt. Beträge sind ganze Cent, Fehler application/problem+json.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(tagOf))].sort().map((name) => ({ name })),
    paths,
    components: {
      schemas: {
        Problem: problemSchema,
        ...Object.fromEntries([...names].map(([type, name]) => [name, schemaOfClass(type, refer)])),
      },
      responses: { Problem: problemResponse },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'sid', description: 'In production the cookie is __Host-sid.' },
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'etl_' },
      },
    },
  };
}

/** Two features may use one name for two things. */
function freeName(type: InputClass, taken: readonly string[]): string {
  let name = type.name;
  for (let number = 2; taken.includes(name); number++) name = `${type.name}${number}`;
  return name;
}

function operationOf(route: CensusEntry, refer: (type: InputClass) => Schema): Schema {
  const inputs = routeInputsOf(route);
  return {
    operationId: route.handler.replace('Controller.', '.'),
    summary: summaryOf(route),
    tags: [tagOf(route)],
    security: securityOf(route),
    'x-access': accessOf(route),
    parameters: [
      ...pathParameters(route, inputs.path, refer),
      ...queryParameters(inputs.query, refer),
      ...tableParameters(route),
      ...headerParameters(route, inputs.headers),
    ],
    ...(inputs.body === null
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: refer(inputs.body) } } } }),
    responses: { [successOf(route)]: successResponse(route), default: { $ref: '#/components/responses/Problem' } },
  };
}

/** "plan version: take back": the names in the code are those of the glossary, so they can be read as words. */
function summaryOf({ handler }: CensusEntry): string {
  const [noun = '', verb = ''] = handler.replace('Controller.', '.').split('.');
  return `${wordsOf(noun)}: ${wordsOf(verb)}`;
}

const wordsOf = (name: string): string => name.replaceAll(/(?!^)([A-Z])/g, ' $1').toLowerCase();

const tagOf = ({ path }: CensusEntry): string => path.split('/')[3] ?? 'api';

const isChange = ({ method }: CensusEntry): boolean => method !== 'GET';

function accessOf({ access }: CensusEntry): string {
  return access?.kind === 'permission' ? access.permission : (access?.kind ?? 'closed');
}

function securityOf({ access, isSessionOnly }: CensusEntry): Schema[] {
  if (access?.kind === 'public') return [];
  return isSessionOnly ? [{ session: [] }] : [{ session: [] }, { token: [] }];
}

function pathParameters(route: CensusEntry, type: InputClass | null, refer: (type: InputClass) => Schema): Schema[] {
  const known = new Map((type === null ? [] : inputFieldsOf(type)).map((field) => [field.name, field]));
  return [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => {
    const field = known.get(name);
    const schema = field === undefined ? { type: 'string' } : schemaOfField(field, refer);
    return { name, in: 'path', required: true, schema };
  });
}

function queryParameters(type: InputClass | null, refer: (type: InputClass) => Schema): Schema[] {
  return (type === null ? [] : inputFieldsOf(type)).map((field) => ({
    name: field.name,
    in: 'query',
    required: field.isRequired,
    schema: schemaOfField(field, refer),
  }));
}

/** Lists that are also files. */
function tableParameters(route: CensusEntry): Schema[] {
  if (!Reflect.hasMetadata(AS_TABLE, handlerOf(route))) return [];
  return [
    {
      name: 'as',
      in: 'query',
      required: false,
      description: 'The whole list as a file.',
      schema: { type: 'string', enum: TABLE_FORMATS },
    },
    {
      name: 'numbers',
      in: 'query',
      required: false,
      description: 'With `as`: how a CSV writes numbers and days, 1234,56 or 1234.56.',
      schema: { type: 'string', enum: NUMBER_STYLES, default: 'de' },
    },
  ];
}

function headerParameters(route: CensusEntry, names: readonly string[]): Schema[] {
  const headers: Schema[] = names
    .filter((name) => name === 'idempotency-key')
    .map(() => ({
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      description: 'The same key gives the first answer again.',
      schema: { type: 'string', minLength: 8, maxLength: 100, pattern: '^[\\x21-\\x7e]+$' },
    }));
  if (!isChange(route) || route.access?.kind === 'public') return headers;
  const csrf = {
    name: 'X-CSRF-Token',
    in: 'header',
    required: route.isSessionOnly,
    description: 'With a session cookie: `csrfToken` of GET /api/v1/session. Not with a token.',
    schema: { type: 'string' },
  };
  return [...headers, csrf];
}

function successOf(route: CensusEntry): string {
  const declared: unknown = Reflect.getMetadata('__httpCode__', handlerOf(route));
  return String(typeof declared === 'number' ? declared : route.method === 'POST' ? 201 : 200);
}

function successResponse(route: CensusEntry): Schema {
  if (successOf(route) === '204') return { description: 'Done; no content.' };
  return { description: 'Done.', content: { [mediaOf(route)]: {} } };
}

/** A file says in its address what it is. */
function mediaOf(route: CensusEntry): string {
  if (Reflect.getMetadata('__sse__', handlerOf(route)) === true) return 'text/event-stream';
  return FILE_MEDIA[route.path.split('.').at(-1) ?? ''] ?? 'application/json';
}

const FILE_MEDIA: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ics: 'text/calendar',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

function handlerOf({ controller, methodName }: CensusEntry): object {
  return Reflect.get(controller.prototype, methodName) as object;
}

const problemSchema: Schema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(PROBLEMS).sort() },
    detail: { type: 'string', description: 'A sentence in the language of Accept-Language, German by default.' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code', 'message'],
        properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

const problemResponse: Schema = {
  description: 'Refused: nothing was changed.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
