import { parseAmount } from '@etatlotse/domain/shared';
import type { Answer } from '../http-client';
import type { Attempt } from './attempt';
import { type BadInputCase, fieldsOf, valueOf } from './bad-input-case';
import { demandAttemptsOf } from './demand-attempts';
import { signInAttempts } from './sign-in-attempts';
import { changeLine, goodBooking, goodOrder, sendRaw, type Stage } from './stage';
import { textAttempts } from './text-attempts';

const MOVEMENTS = '/api/v1/budget/movements';
const ORDERS = '/api/v1/budget/orders';
const LINES = '/api/v1/budget/lines';
const UNKNOWN_ID = '00000000-0000-4000-8000-00000000abcd';

/** Where the generic fields of the list stand in the budget; the demand cycle has its own table. */
const TABLE: Readonly<Record<string, (item: BadInputCase, stage: Stage) => readonly Attempt[]>> = {
  amounts: (item, stage) => (item.kind === 'rawJson' ? rawAmounts(item, stage) : typedAmounts(item, stage)),
  dates: dateAttempts,
  strings: textAttempts,
  payloads: textAttempts,
  ids: idAttempts,
  enums_mass_assignment: enumAttempts,
  structure: structureAttempts,
  queries: queryAttempts,
  auth: (item, stage) =>
    item.kind === 'value' && item.id !== 'auth-15' ? extraField(item, stage) : signInAttempts(item, stage),
};

export function attemptsOf(item: BadInputCase, stage: Stage): readonly Attempt[] {
  return [...(TABLE[item.category]?.(item, stage) ?? []), ...demandAttemptsOf(item, stage)];
}

/** Books with one field exchanged, and opens an order with the same. */
function inBookingAndOrder(stage: Stage, change: (body: Record<string, unknown>, day: string) => object): Attempt[] {
  return [
    { at: 'a booking', send: () => stage.finance.post(MOVEMENTS, change(goodBooking(stage), 'bookedOn')) },
    { at: 'an order', send: () => stage.finance.post(ORDERS, change(goodOrder(stage), 'orderedOn')) },
  ];
}

/** Typed text never goes out as text: as JSON it is refused, and the form's own reading is `parseAmount`. */
function typedAmounts(item: BadInputCase, stage: Stage): readonly Attempt[] {
  const asText = inBookingAndOrder(stage, (body) => ({ ...body, amountCents: item.value })).map((attempt) => ({
    ...attempt,
    status: [422],
    code: 'AMOUNT_FORMAT',
    stores: false,
  }));
  const typed = parseAmount(item.value);
  if (item.expect.outcome !== 'accept' || !typed.ok) return asText;
  const asCents = inBookingAndOrder(stage, (body) => ({ ...body, amountCents: typed.value }));
  return [...asText, ...asCents];
}

function rawAmounts(item: BadInputCase, stage: Stage): readonly Attempt[] {
  const raw = (body: object): string => JSON.stringify(body).replace('"amountCents":1', `"amountCents":${item.raw}`);
  return [
    { at: 'a booking', send: () => sendRaw(stage, MOVEMENTS, raw(goodBooking(stage))) },
    { at: 'an order', send: () => sendRaw(stage, ORDERS, raw(goodOrder(stage))) },
  ];
}

function dateAttempts(item: BadInputCase, stage: Stage): readonly Attempt[] {
  if (item.kind === 'object') {
    const { year, date } = fieldsOf(item);
    return inBookingAndOrder(stage, (body, day) => ({ ...body, fiscalYear: year, [day]: date })).map((attempt) => ({
      ...attempt,
      stores: true,
    }));
  }
  return inBookingAndOrder(stage, (body, day) => ({ ...body, [day]: item.value }));
}

function idAttempts(item: BadInputCase, stage: Stage): readonly Attempt[] {
  const { finance, lineId } = stage;
  if (item.kind === 'query') {
    return [{ at: 'the list of lines', send: () => finance.get(`${LINES}?fiscalYear=2026&${item.query}`) }];
  }
  if (item.kind === 'object') {
    return [{ at: 'a change of a line', send: () => changeLine(stage, lineId, { version: 1, ...fieldsOf(item) }) }];
  }
  if (item.ref === 'deleted.budgetId') return deletedRow(stage);
  const id = item.kind === 'ref' ? stage.neighbourLineId : String(item.value);
  const address = id.includes('%') ? id : encodeURIComponent(id);
  return [
    { at: 'an address', send: () => finance.get(`${LINES}/${address}?fiscalYear=2026`) },
    { at: 'a deeper address', send: () => finance.get(`${LINES}/${address}/movements?fiscalYear=2026`) },
    { at: 'a change', send: () => changeLine(stage, address, { version: 1, name: 'Anders' }) },
    ...inBookingAndOrder(stage, (body) => ({ ...body, lineId: id })),
  ].map((attempt) => (item.expect.outcome === 'not_found' ? { ...attempt, check: sameAsUnknown(stage) } : attempt));
}

function deletedRow(stage: Stage): readonly Attempt[] {
  const { finance, deletedFilterId } = stage;
  const filter = `/api/v1/budget/filters/${deletedFilterId}`;
  return [
    { at: 'a deleted filter', send: () => finance.get(`${filter}/sums?fiscalYear=2026`), check: sameAsUnknown(stage) },
    { at: 'deleting it again', send: () => finance.delete(`${filter}?version=1`), check: sameAsUnknown(stage) },
  ];
}

/** What does not exist for the caller reads word for word as what does not exist at all. */
const sameAsUnknown =
  ({ finance }: Stage) =>
  async (answer: Answer): Promise<void> => {
    const unknown = await finance.get(`${LINES}/${UNKNOWN_ID}?fiscalYear=2026`);
    expect({ ...answer.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
  };

function enumAttempts(item: BadInputCase, stage: Stage): readonly Attempt[] {
  const { finance } = stage;
  if (item.kind === 'flow') return [closedYear(stage)];
  if (item.kind === 'value') {
    return [
      { at: 'kind', send: () => finance.post(MOVEMENTS, { ...goodBooking(stage), kind: item.value }) },
      { at: 'opening', send: () => finance.post(ORDERS, { ...goodOrder(stage), opening: item.value }) },
    ];
  }
  const isWorkflow = item.expect.code === 'STATE_TRANSITION';
  const extra = extraField(item, stage);
  return isWorkflow ? [...extra.map((one) => ({ ...one, code: 'FIELD_NOT_ALLOWED' })), skippedStep(stage)] : extra;
}

/** Fields that belong to the server, in everything that creates or changes. */
function extraField(item: BadInputCase, stage: Stage): readonly Attempt[] {
  const { finance, lineId } = stage;
  const more = item.kind === 'object' ? fieldsOf(item) : { url: item.value };
  const code = item.category === 'auth' ? { code: 'FIELD_NOT_ALLOWED' } : {};
  const note = { subjectType: 'budget_line', subjectId: lineId, text: 'Notiz' };
  return [
    ...inBookingAndOrder(stage, (body) => ({ ...body, ...more })),
    { at: 'a note', send: () => finance.post('/api/v1/budget/notes', { ...note, ...more }) },
    { at: 'a change of a line', send: () => changeLine(stage, lineId, { version: 1, name: 'Neu', ...more }) },
  ].map((attempt) => ({ ...attempt, ...code }));
}

/** From reserved straight to a credit note: the state refuses the step. */
function skippedStep(stage: Stage): Attempt {
  const { finance } = stage;
  const send = async (): Promise<Answer> => {
    const { body } = await finance.post(ORDERS, { ...goodOrder(stage), opening: 'reserve' });
    return finance.post(`${ORDERS}/${body.id}/steps`, {
      step: 'credit',
      amountCents: 1,
      bookedOn: '2026-10-05',
      version: body.version,
    });
  };
  return { at: 'a step of an order', send, stores: true };
}

function closedYear({ finance, closedYearLineId, ...stage }: Stage): Attempt {
  const booking = {
    ...goodBooking({ finance, closedYearLineId, ...stage }),
    lineId: closedYearLineId,
    fiscalYear: 2025,
  };
  return { at: 'a booking', send: () => finance.post(MOVEMENTS, booking) };
}

function structureAttempts(item: BadInputCase, stage: Stage): readonly Attempt[] {
  const body = item.kind === 'genBody' ? String(valueOf(item)) : item.raw;
  const whole = body ?? JSON.stringify(goodBooking(stage));
  const attempt: Attempt = { at: 'a booking', send: () => sendRaw(stage, MOVEMENTS, whole, item.headers) };
  if (item.expect.outcome !== 'ignored') return [attempt];
  const { finance, lineId } = stage;
  const line = `${LINES}/${lineId}?fiscalYear=2026`;
  return [
    { ...attempt, stores: true },
    { at: 'reading a line', send: () => finance.get(line, item.headers), stores: false },
  ];
}

function queryAttempts(item: BadInputCase, { finance }: Stage): readonly Attempt[] {
  const list = (path: string): Attempt => ({
    at: path,
    send: () => finance.get(`${path}?${/^fiscalYear=/.test(query) ? '' : 'fiscalYear=2026&'}${query}`),
    stores: false,
  });
  const query = (item.query ?? '').replace(/^year=/, 'fiscalYear=');
  return [LINES, `${LINES}/grid`, `${LINES}.csv`, ...(item.expect.outcome === 'reject' ? [ORDERS] : [])].map(list);
}
