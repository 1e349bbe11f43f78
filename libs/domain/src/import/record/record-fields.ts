import { NETWORK_ZONES } from '../../budget';
import {
  CONTRACT_KINDS,
  CONTRACT_METRICS,
  NOTICE_TARGETS,
  PAYMENT_RHYTHMS,
  PRICE_BASES,
  PRICE_PERIODS,
} from '../../contract';
import { COST_KINDS, PROJECT_LEVELS, PROJECT_PHASES } from '../../project';
import type { TableField } from '../mapping';

/** Registers that a file can bring, one record a row. Each one's fields stand in `RECORD_FIELDS` and nowhere else. */
export const RECORD_KINDS = ['projects', 'contracts'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export function isRecordKind(kind: string): kind is RecordKind {
  return RECORD_KINDS.some((known) => known === kind);
}

/**
 * What stands in a cell: `term` is a length such as `12 Monate`, `notice` one that may say to which day, `price` has up to six
 * decimals, `choice` is a word of a list.
 */
export type RecordCell = 'text' | 'day' | 'count' | 'days' | 'percent' | 'price' | 'term' | 'notice' | 'choice';

export interface RecordField {
  readonly field: TableField;
  readonly cell: RecordCell;
  readonly isRequired: boolean;
  /** Letters of a text, or the largest number. */
  readonly max: number;
  /** Words of a list, by what they begin with in small letters without umlauts. */
  readonly choices: readonly (readonly [value: string, words: RegExp])[];
}

const field = (name: TableField, cell: RecordCell, more: Partial<RecordField> = {}): RecordField => ({
  ...{ field: name, cell, isRequired: false, max: 200, choices: [] },
  ...more,
});

const choice = (name: TableField, values: readonly string[], words: Readonly<Record<string, RegExp>>): RecordField =>
  field(name, 'choice', { choices: values.map((value) => [value, words[value] ?? /^(?!)/] as const) });

const CONTRACT_FIELDS: readonly RecordField[] = [
  field('contractNumber', 'text', { isRequired: true, max: 40 }),
  field('supplier', 'text', { isRequired: true }),
  field('subject', 'text', { isRequired: true, max: 300 }),
  field('line', 'text', { isRequired: true }),
  field('startsOn', 'day', { isRequired: true }),
  field('endsOn', 'day'),
  field('minimumTerm', 'term', { max: 240 }),
  field('renewal', 'term', { max: 120 }),
  field('notice', 'notice', { max: 1100 }),
  choice('noticeTo', NOTICE_TARGETS, {
    term_end: /laufzeit|vertragsende|term|ablauf/,
    month_end: /monat|month/,
    quarter_end: /quartal|quarter|vierteljahr/,
    half_year_end: /halbjahr|half/,
    year_end: /jahr|year/,
  }),
  field('quantity', 'count', { max: 1_000_000 }),
  choice('metric', CONTRACT_METRICS, {
    workplaces: /arbeitspl|workplace|device|gerat|geraet/,
    users: /nutz|user|anwender|named|concurrent|person/,
    lines: /leitung|anschl|line|nebenstelle|sim|rufnummer/,
    flat: /pausch|flat|psch|stuck|stueck|vertrag|einmal/,
  }),
  field('unitPrice', 'price'),
  field('monthPrice', 'price'),
  field('yearPrice', 'price'),
  choice('pricePeriod', PRICE_PERIODS, {
    month: /monat|month|mtl/,
    year: /jahr|jahrl|jaehrl|year|annual|p\.? ?a/,
    term: /laufzeit|einmal|gesamt|term|once/,
  }),
  choice('priceBasis', PRICE_BASES, { net: /netto|net/, gross: /brutto|gross/ }),
  field('vat', 'percent', { max: 2500 }),
  choice('rhythm', PAYMENT_RHYTHMS, {
    monthly: /^monat|^month|^mtl/,
    quarterly: /viertel|quartal|quarter/,
    half_yearly: /halb|half/,
    yearly: /jahr|jaehrl|year|annual/,
    once: /einmal|once|vorab/,
  }),
  choice('contractKind', CONTRACT_KINDS, {
    licence: /lizenz|licen|software|subskription|subscription|abo|miete/,
    maintenance: /wartung|pflege|maintenance|support/,
    line: /anschluss|leitung|telefon|mobilfunk|datenleitung|line|telekom|internet/,
    service: /dienst|service|betrieb|hosting|beratung|saas|rechenzentrum/,
    other: /sonst|andere|other|ubrig/,
  }),
  field('unit', 'text'),
  field('site', 'text'),
  choice('networkZone', NETWORK_ZONES, {
    administration: /verwalt|admin/,
    education: /padag|paedag|schul|educat|school/,
    telephony: /telefon|telephon|voice|sprach/,
    building: /gebaude|gebaeude|building|technik/,
    external: /extern|gast|offent|oeffent/,
  }),
  field('remindDays', 'days', { max: 730 }),
];

const PROJECT_FIELDS: readonly RecordField[] = [
  field('projectName', 'text', { isRequired: true, max: 120 }),
  field('plannedStart', 'day', { isRequired: true }),
  field('plannedEnd', 'day', { isRequired: true }),
  field('projectKey', 'text', { max: 20 }),
  choice('projectLevel', PROJECT_LEVELS, {
    portfolio: /portfolio/,
    programme: /program/,
    project: /projekt|project|vorhaben|massnahme/,
  }),
  field('parentProject', 'text', { max: 120 }),
  field('unit', 'text'),
  field('sponsor', 'text', { max: 120 }),
  field('description', 'text', { max: 4000 }),
  choice('projectPhase', PROJECT_PHASES, {
    idea: /idee|idea|vorschlag/,
    preparation: /vorbereit|prepar|planung|konzept/,
    procurement: /vergabe|beschaff|ausschreib|procure/,
    implementation: /umsetz|realis|durchfuhr|durchfuehr|implement|lauf/,
    roll_out: /roll|einfuhr|einfuehr|ausroll/,
    handover: /ubergab|uebergab|abschluss|betrieb|handover/,
  }),
  choice('costKind', COST_KINDS, {
    investment: /invest|capital|capex|auszahl/,
    expense: /konsum|aufwand|expense|opex|ergebnis|laufend/,
    internal: /intern|eigen|personal/,
  }),
];

/** Everything a register takes from a file, its key first. */
export const RECORD_FIELDS: Readonly<Record<RecordKind, readonly RecordField[]>> = {
  contracts: CONTRACT_FIELDS,
  projects: PROJECT_FIELDS,
};

/** What names a record: its number; a project without a key of the budget is known by its name. */
export const RECORD_KEYS: Readonly<Record<RecordKind, readonly [TableField, ...TableField[]]>> = {
  contracts: ['contractNumber'],
  projects: ['projectKey', 'projectName'],
};

/** One of these says what a contract costs. */
export const PRICE_FIELDS: readonly TableField[] = ['unitPrice', 'yearPrice', 'monthPrice'];

/** The first field that a file of this kind lacks; null when it has all of them. */
export function missingRecordField(kind: RecordKind, fields: ReadonlySet<string>): TableField | null {
  const lacking = RECORD_FIELDS[kind].find((one) => one.isRequired && !fields.has(one.field));
  if (lacking !== undefined) return lacking.field;
  return kind === 'contracts' && !PRICE_FIELDS.some((price) => fields.has(price)) ? 'unitPrice' : null;
}
