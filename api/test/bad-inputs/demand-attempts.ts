import { parseAmount } from '@etatlotse/domain/shared';
import type { Demand, DemandRow } from '@etatlotse/contracts/demand';
import { parse } from 'csv-parse/sync';
import { DEMANDS, notebooks, PHASES, ROUNDS } from '../demand-office';
import type { Answer } from '../http-client';
import type { Attempt } from './attempt';
import { type BadInputCase, fieldsOf, valueOf } from './bad-input-case';
import { sendBytes, type Stage } from './stage';

const ITEMS = '/api/v1/standard-items';
const UNKNOWN_ID = '00000000-0000-4000-8000-00000000abcd';

/** Where the fields of the list stand in the routes of the demand cycle; a category without any is tested on the budget alone. */
const TABLE: Readonly<Record<string, (item: BadInputCase, stage: Stage) => readonly Attempt[]>> = {
  amounts: (item, stage) => (item.kind === 'rawJson' ? rawAmounts(item, stage) : typedAmounts(item, stage)),
  dates: dateAttempts,
  strings: textAttempts,
  payloads: textAttempts,
  ids: idAttempts,
  enums_mass_assignment: enumAttempts,
  structure: structureAttempts,
  queries: queryAttempts,
  auth: (item, stage) => (item.kind === 'value' && item.id !== 'auth-15' ? extraField(item, stage) : []),
};

export function demandAttemptsOf(item: BadInputCase, stage: Stage): readonly Attempt[] {
  return TABLE[item.category]?.(item, stage) ?? [];
}

/** Saves the draft with one part exchanged, in the version that it has by now. */
async function saveDraft({ demand }: Stage, change: object): Promise<Answer> {
  const { version } = (await demand.coordinator.get(`${DEMANDS}/${demand.draftId}`)).body as Demand;
  return demand.coordinator.put(`${DEMANDS}/${demand.draftId}/content`, { ...notebooks(), ...change, version });
}

/** The items of the draft with one field of the first exchanged. */
function withItem(change: object): object {
  const { items } = notebooks() as { items: object[] };
  return { items: items.map((item, at) => (at === 0 ? { ...item, ...change } : item)) };
}

const goodItem = (name: unknown): Record<string, unknown> => ({
  name,
  kind: 'device',
  rhythm: 'one_off',
  unit: 'Stück',
  unitPriceCents: 100,
  basis: 'net',
  vatBasisPoints: 1900,
  source: '',
});

const goodStart = ({ demand }: Stage): Record<string, unknown> => ({
  roundId: demand.roundId,
  unitId: demand.unitId,
  title: 'Messgeräte',
});

const goodCeilings = (ceilingCents: unknown): object => ({
  ceilings: [{ frame: 'CORE', fiscalYear: 2027, ceilingCents }],
  version: 1,
});

const ceilingsOf = ({ demand }: Stage): string => `${ROUNDS}/${demand.roundId}/ceilings`;

function typedAmounts(item: BadInputCase, stage: Stage): readonly Attempt[] {
  const refused = { status: [422], code: 'AMOUNT_FORMAT', stores: false };
  const price = { unitPriceCents: item.value };
  const asText: Attempt[] = [
    { at: 'the price of an item', send: () => saveDraft(stage, withItem(price)), ...refused },
    { at: 'a ceiling', send: () => stage.finance.put(ceilingsOf(stage), goodCeilings(item.value)), ...refused },
    { at: 'a standard item', send: () => stage.finance.post(ITEMS, { ...goodItem('Dock'), ...price }), ...refused },
  ];
  const typed = parseAmount(item.value);
  if (item.expect.outcome !== 'accept' || !typed.ok) return asText;
  const unitPriceCents = typed.value;
  return [...asText, { at: 'a price in cents', send: () => saveDraft(stage, withItem({ unitPriceCents })) }];
}

function rawAmounts({ raw }: BadInputCase, stage: Stage): readonly Attempt[] {
  const text = (body: object, field: string): string =>
    JSON.stringify(body).replace(new RegExp(`"${field}":\\d+`), `"${field}":${raw}`);
  const { demand, finance } = stage;
  const content = text({ ...notebooks(), version: 1 }, 'unitPriceCents');
  return [
    {
      at: 'the price of an item',
      send: () => sendBytes(demand.coordinator, `PUT ${DEMANDS}/${demand.draftId}/content`, content),
    },
    {
      at: 'a ceiling',
      send: () => sendBytes(finance, `PUT ${ceilingsOf(stage)}`, text(goodCeilings(1), 'ceilingCents')),
    },
  ];
}

function dateAttempts({ kind, value, expect: { outcome } }: BadInputCase, stage: Stage): readonly Attempt[] {
  const { demand, finance } = stage;
  if (kind === 'object') return []; // a demand has no day of booking
  const deadline: Attempt = { at: 'a deadline', send: () => saveDraft(stage, { reasonDeadline: value }) };
  if (outcome === 'accept') return [deadline];
  const deliberate = { step: 'deliberate', deliberation: 'Dafür', deliberatedOn: value, version: 1 };
  return [
    deadline,
    {
      at: 'the day of a deliberation',
      send: () => finance.post(`${DEMANDS}/${demand.draftId}/steps`, deliberate),
    },
    {
      at: 'a phase of the round',
      send: () =>
        finance.put(`${ROUNDS}/${demand.roundId}`, { callLetter: '', phases: { ...PHASES, plan: value }, version: 1 }),
    },
  ];
}

/** Title of a demand, remark and standard item; what is accepted comes back letter for letter, also from the file. */
function textAttempts(item: BadInputCase, stage: Stage): readonly Attempt[] {
  const { demand, finance } = stage;
  const [content, remarks] = [`${DEMANDS}/${demand.draftId}/content`, `${DEMANDS}/${demand.draftId}/remarks`];
  if (item.kind === 'base64') {
    const bytes = Buffer.from(item.base64 ?? '', 'base64');
    return [
      { at: 'content', send: () => sendBytes(demand.coordinator, `PUT ${content}`, bytes) },
      { at: 'a remark', send: () => sendBytes(finance, `POST ${remarks}`, bytes) },
    ];
  }
  const text = valueOf(item);
  const isKept = item.expect.outcome === 'accept_inert';
  const title: Attempt = {
    at: 'the title of a demand',
    send: () => saveDraft(stage, { title: text }),
    check: () => (isKept ? comesBackAsTitle(stage, String(text)) : undefined),
  };
  // A draft may still be without a title; nothing else of the list is allowed to be empty.
  return [
    ...(item.expect.code === 'TEXT_REQUIRED' ? [] : [title]),
    {
      at: 'a remark',
      send: () => finance.post(remarks, { text }),
      check: async () => {
        if (!isKept) return;
        const { body } = await finance.get(`${DEMANDS}/${demand.draftId}`);
        expect((body as Demand).remarks.map((remark) => remark.text)).toContain(text);
      },
    },
    { at: 'a standard item', send: () => finance.post(ITEMS, goodItem(text)) },
  ];
}

/** On the demand, by search for exactly this text, and in the CSV file, where no cell begins as a formula. */
async function comesBackAsTitle({ finance, demand }: Stage, title: string): Promise<void> {
  expect((await finance.get(`${DEMANDS}/${demand.draftId}`)).body.title).toBe(title);
  const words = new URLSearchParams({ q: title });
  const found = (await finance.get(`${DEMANDS}?${words.toString()}`)).body.rows as DemandRow[];
  expect(found.map(({ id }) => id)).toContain(demand.draftId);
  const file = (await finance.get(`${DEMANDS}?as=csv`)).body as string;
  const rows: string[][] = parse(file, { delimiter: ';', bom: true, record_delimiter: '\r\n' });
  const cells = rows.map(([, cell]) => cell ?? '');
  expect(cells.some((cell) => cell === title || cell === `'${title}`)).toBe(true);
  expect(cells.filter((cell) => /^\s*[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);
}

function idAttempts(item: BadInputCase, stage: Stage): readonly Attempt[] {
  const { finance, demand } = stage;
  if (item.kind === 'query') return [{ at: 'the list', send: () => finance.get(`${DEMANDS}?${item.query}`) }];
  if (item.kind === 'object') return [{ at: 'content', send: () => saveDraft(stage, fieldsOf(item)) }];
  if (item.ref === 'deleted.budgetId') return []; // a demand that was given up stays in sight
  const id = item.kind === 'ref' ? demand.neighbourId : String(item.value);
  const path = `${DEMANDS}/${id.includes('%') ? id : encodeURIComponent(id)}`;
  const isUnknown = item.expect.outcome === 'not_found';
  const own = [
    { at: 'a demand', send: () => finance.get(path) },
    { at: 'its history', send: () => finance.get(`${path}/events`) },
    { at: 'its accounting', send: () => finance.get(`${path}/accounting`) },
    { at: 'a step', send: () => finance.post(`${path}/steps`, { step: 'reject', reason: 'Nein', version: 1 }) },
    { at: 'a remark', send: () => finance.post(`${path}/remarks`, { text: 'Frage' }) },
    { at: 'content', send: () => demand.coordinator.put(`${path}/content`, { ...notebooks(), version: 1 }) },
  ].map((attempt) => (isUnknown ? { ...attempt, check: sameAsUnknown(stage) } : attempt));
  const start = { ...goodStart(stage), roundId: id };
  return [...own, { at: 'a round of a new demand', send: () => demand.coordinator.post(DEMANDS, start) }];
}

/** What does not exist for the caller reads word for word as what does not exist at all. */
const sameAsUnknown =
  ({ finance }: Stage) =>
  async (answer: Answer): Promise<void> => {
    const unknown = await finance.get(`${DEMANDS}/${UNKNOWN_ID}`);
    expect({ ...answer.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
  };

function enumAttempts(item: BadInputCase, stage: Stage): readonly Attempt[] {
  const { finance, demand } = stage;
  const steps = `${DEMANDS}/${demand.draftId}/steps`;
  if (item.kind === 'flow') return []; // a demand has no closed books; a frozen round has its own test
  if (item.kind === 'value') {
    return [
      { at: 'the kind of an item', send: () => saveDraft(stage, withItem({ kind: item.value })) },
      { at: 'a step', send: () => finance.post(steps, { step: item.value, version: 1 }) },
    ];
  }
  if (item.expect.code !== 'STATE_TRANSITION') return extraField(item, stage);
  const send = async (): Promise<Answer> => {
    const { version } = (await finance.get(`${DEMANDS}/${demand.draftId}`)).body as Demand;
    return finance.post(steps, { step: 'plan', version });
  };
  return [{ at: 'from a draft straight to planned', send, code: 'DEMAND_STEP' }];
}

/** Fields that belong to the server, in everything that creates or changes. */
function extraField(item: BadInputCase, stage: Stage): readonly Attempt[] {
  const { finance, demand } = stage;
  const more = item.kind === 'object' ? fieldsOf(item) : { url: item.value };
  return [
    { at: 'a new demand', send: () => demand.coordinator.post(DEMANDS, { ...goodStart(stage), ...more }) },
    { at: 'content', send: () => saveDraft(stage, more) },
    { at: 'an item', send: () => saveDraft(stage, withItem(more)) },
    { at: 'a ceiling', send: () => finance.put(ceilingsOf(stage), { ...goodCeilings(1), ...more }) },
    { at: 'a remark', send: () => finance.post(`${DEMANDS}/${demand.draftId}/remarks`, { text: 'Frage', ...more }) },
  ].map((attempt) => ({ ...attempt, code: 'FIELD_NOT_ALLOWED' }));
}

function structureAttempts(item: BadInputCase, stage: Stage): readonly Attempt[] {
  const { demand } = stage;
  const whole = item.kind === 'genBody' ? String(valueOf(item)) : (item.raw ?? JSON.stringify(goodStart(stage)));
  return [
    {
      at: 'a new demand',
      send: () => sendBytes(demand.coordinator, `POST ${DEMANDS}`, whole, item.headers),
      ...(item.expect.outcome === 'ignored' ? { stores: true } : {}),
    },
  ];
}

function queryAttempts(
  { query = '', expect: { outcome } }: BadInputCase,
  { finance, demand }: Stage,
): readonly Attempt[] {
  const late = `${ROUNDS}/${demand.roundId}/late`;
  const lists = outcome === 'reject' ? [DEMANDS, ITEMS, `${DEMANDS}/waiting`, late] : [DEMANDS, ITEMS];
  return lists.map((path) => ({ at: path, send: () => finance.get(`${path}?${query}`), stores: false }));
}
