import { NETWORK_ZONES } from '../../budget';
import { POST_STATUSES } from '../../capacity';
import {
  CONTRACT_KINDS,
  CONTRACT_METRICS,
  NOTICE_TARGETS,
  PAYMENT_RHYTHMS,
  PRICE_BASES,
  PRICE_PERIODS,
} from '../../contract';
import { DEVICE_QUANTITY_MAX } from '../../device';
import { COST_KINDS, PROJECT_LEVELS, PROJECT_PHASES } from '../../project';
import { HARDWARE_FRAMES, SITE_KINDS } from '../../site';
import type { TableField } from '../mapping';

const MILLION = 1_000_000;
/** A week of 42 hours is the longest that a full-time post has. */
const WEEK_MAX_MINUTES = 2_520;

/** Registers that a file can bring, one record a row. Each one's fields stand in `RECORD_FIELDS` and nowhere else. */
export const RECORD_KINDS = ['projects', 'contracts', 'posts', 'staffing_plan', 'devices', 'sites', 'volumes'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export function isRecordKind(kind: string): kind is RecordKind {
  return RECORD_KINDS.some((known) => known === kind);
}

/**
 * What stands in a cell: `term` is a length such as `12 Monate`, `notice` one that may say to which day, `price` has up to six
 * decimals, `choice` is a word of a list and `choices` several of them, `hours` are those of a week in minutes, `share` is a
 * part of a full-time post in millionths, `held` such a part or the word that all of a post is held, `postNote` is kw or ku
 * with the day from which it holds, `month` is a month with or without its year, and `cases` a number of cases where a dash
 * is neither nothing nor unknown.
 */
export type RecordCell =
  | 'text'
  | 'day'
  | 'count'
  | 'days'
  | 'percent'
  | 'price'
  | 'term'
  | 'notice'
  | 'choice'
  | 'choices'
  | 'hours'
  | 'share'
  | 'held'
  | 'postNote'
  | 'month'
  | 'year'
  | 'cases';

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

const ZONE_WORDS = {
  administration: /verwalt|admin/,
  education: /padag|paedag|schul|educat|school/,
  telephony: /telefon|telephon|voice|sprach/,
  building: /gebaude|gebaeude|building|technik/,
  external: /extern|gast|offent|oeffent/,
} as const;

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
  choice('networkZone', NETWORK_ZONES, ZONE_WORDS),
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

/** A single post; who holds it has no name in a file. */
const POST_FIELDS: readonly RecordField[] = [
  field('postNumber', 'text', { isRequired: true, max: 40 }),
  field('postName', 'text', { isRequired: true }),
  field('unit', 'text', { isRequired: true }),
  choice('postStatus', POST_STATUSES, {
    employee: /tarif|beschaft|beschaeft|angest|arbeit|tvod|tvoed|employee/,
    official: /beamt|official|civil/,
  }),
  field('grade', 'text', { isRequired: true, max: 20 }),
  field('postShare', 'share', { max: MILLION }),
  field('weeklyHours', 'hours', { max: WEEK_MAX_MINUTES }),
  field('fullTimeHours', 'hours', { max: WEEK_MAX_MINUTES }),
  field('postFrom', 'day'),
  field('postUntil', 'day'),
  field('postNote', 'postNote'),
  field('postNoteFrom', 'day'),
  field('heldShare', 'held', { max: MILLION }),
  field('heldFrom', 'day'),
  field('heldUntil', 'day'),
];

/** A staffing plan as a budget prints it: FTE of a product group by year, which stand in columns of amounts. */
const STAFFING_PLAN_FIELDS: readonly RecordField[] = [
  field('productGroup', 'text', { isRequired: true, max: 40 }),
  field('productGroupName', 'text', { isRequired: true }),
];

const DEVICE_FIELDS: readonly RecordField[] = [
  field('deviceKind', 'text', { isRequired: true, max: 100 }),
  field('quantity', 'count', { isRequired: true, max: DEVICE_QUANTITY_MAX }),
  field('boughtOn', 'day', { isRequired: true }),
  field('inventoryNumber', 'text', { max: 60 }),
  field('devicePrice', 'price'),
  field('unit', 'text'),
  field('site', 'text'),
  choice('networkZone', NETWORK_ZONES, ZONE_WORDS),
  choice('deviceFrame', HARDWARE_FRAMES, { CORE: /kern|core|verwalt/, SCHOOL_NET: /schul|school/ }),
  field('deviceNote', 'text', { max: 300 }),
];

const SITE_FIELDS: readonly RecordField[] = [
  field('siteNumber', 'text', { isRequired: true, max: 40 }),
  field('siteName', 'text', { isRequired: true }),
  choice('siteKind', SITE_KINDS, {
    administration: /verwalt|rathaus|amt|administration/,
    branch: /aussenst|branch|nebenst|burgerb|buergerb/,
    school: /schule|grundsch|gymn|igs|school|berufs/,
    culture: /kultur|bibl|buch|museum|theater|culture/,
    operations: /betrieb|bauhof|feuer|werk|operation|depot/,
    other: /sonst|ander|other|ubrig/,
  }),
  field('address', 'text', { max: 300 }),
  field('unit', 'text'),
  field('siteZones', 'choices', { choices: NETWORK_ZONES.map((zone) => [zone, ZONE_WORDS[zone]] as const) }),
];

/** What a year in one row has of each month, January first. */
export const VOLUME_MONTH_FIELDS = [
  'casesJanuary',
  'casesFebruary',
  'casesMarch',
  'casesApril',
  'casesMay',
  'casesJune',
  'casesJuly',
  'casesAugust',
  'casesSeptember',
  'casesOctober',
  'casesNovember',
  'casesDecember',
] as const satisfies readonly TableField[];

/** As many cases as a month can have anywhere. */
const CASES_MAX = 10_000_000;

/** Case numbers of tasks: a month a row, or a year a row with its months in columns. */
const VOLUME_FIELDS: readonly RecordField[] = [
  field('task', 'text', { isRequired: true }),
  field('unit', 'text'),
  field('fiscalYear', 'year'),
  field('month', 'month'),
  field('cases', 'cases', { max: CASES_MAX }),
  choice('volumeKind', ['actual', 'planned'], {
    actual: /^ist|eingegang|tatsach|actual/,
    planned: /plan|soll|prognos|erwart|forecast/,
  }),
  ...VOLUME_MONTH_FIELDS.map((month) => field(month, 'cases', { max: CASES_MAX })),
];

/** Everything a register takes from a file, its key first. */
export const RECORD_FIELDS: Readonly<Record<RecordKind, readonly RecordField[]>> = {
  contracts: CONTRACT_FIELDS,
  projects: PROJECT_FIELDS,
  posts: POST_FIELDS,
  staffing_plan: STAFFING_PLAN_FIELDS,
  devices: DEVICE_FIELDS,
  sites: SITE_FIELDS,
  volumes: VOLUME_FIELDS,
};

/** What names a record: its number; a project without a key of the budget is known by its name. */
export const RECORD_KEYS: Readonly<Record<RecordKind, readonly [TableField, ...TableField[]]>> = {
  contracts: ['contractNumber'],
  projects: ['projectKey', 'projectName'],
  posts: ['postNumber'],
  staffing_plan: ['productGroup'],
  devices: ['inventoryNumber'],
  sites: ['siteNumber'],
  volumes: ['task'],
};

/** Devices bought together need no number: without one a row is known by its place in the file, and to nobody later. */
export const hasOwnKey = (kind: RecordKind): boolean => kind !== 'devices';

/** One of these says what a contract costs. */
export const PRICE_FIELDS: readonly TableField[] = ['unitPrice', 'yearPrice', 'monthPrice'];

/** One of these says how large a post is. */
export const SIZE_FIELDS: readonly TableField[] = ['postShare', 'weeklyHours'];

/** The first field that a file of this kind lacks; null when it has all of them. */
export function missingRecordField(kind: RecordKind, fields: ReadonlySet<string>): TableField | null {
  const lacking = RECORD_FIELDS[kind].find((one) => one.isRequired && !fields.has(one.field));
  if (lacking !== undefined) return lacking.field;
  if (kind === 'volumes') return missingVolumeField(fields);
  if (kind === 'contracts' && !PRICE_FIELDS.some((price) => fields.has(price))) return 'unitPrice';
  return kind === 'posts' && !SIZE_FIELDS.some((size) => fields.has(size)) ? 'postShare' : null;
}

/** Numbers stand in one column beside their month, or in a column for each month. */
function missingVolumeField(fields: ReadonlySet<string>): TableField | null {
  const hasMonths = VOLUME_MONTH_FIELDS.some((month) => fields.has(month));
  if (!fields.has('cases') && !hasMonths) return 'cases';
  if (fields.has('cases') && !fields.has('month')) return 'month';
  return fields.has('volumeKind') ? null : 'volumeKind';
}
