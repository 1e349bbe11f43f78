import { IMPORT_KINDS, type ImportKind } from '../mapping';
import { RECORD_KINDS, type RecordKind } from '../record/record-fields';
import { type ColumnGuess, isAmountColumn, isDayColumn, isMoneyColumn, saysYearAsDay } from './column-guess';
import { mostly } from './column-values';
import { isPhaseColumn, phasesOf } from './row-marks';
import { fteColumns, isStaffingPlan } from './fte-columns';
import type { Notes } from './notes';
import { isTellingWord } from './record-words';
import type { TableUse } from './vocabulary';

const BOOKING_FIELDS = ['bookedOn', 'document', 'order', 'supplier', 'supplierNumber', 'bookingType'];
/** What a table with money and without any word of a register can be. */
const LEDGER_KINDS: readonly ImportKind[] = ['plan_lines', 'actuals', 'bookings'];
const UNIT_FIELDS = ['parentUnit', 'unitLevel', 'validFrom'];

/** Which use of words fits a kind. */
export function useOf(kind: ImportKind): TableUse {
  return kind === 'plan_lines' || kind === 'actuals' ? 'lines' : kind;
}

/** Finds what a file brings: what the person said, or what its columns speak of. */
export function findKind(columns: readonly ColumnGuess[], notes: Notes): ImportKind {
  const looksLike = kindByColumns(columns);
  const said = notes.hints.kind ?? kindOf(notes.hints.answers?.['KIND']);
  if (said !== undefined) {
    // What was spent comes as a table of years or as single bookings; both are actuals to the person.
    const kind = said === 'actuals' && looksLike.kind === 'bookings' ? 'bookings' : said;
    notes.say('kind', 'KIND_SAID', { kind });
    return kind;
  }
  if (looksLike.kind === null) {
    const hasMoney = columns.some((column) => isMoneyColumn(column) || isAmountColumn(column));
    const answer = notes.ask('KIND', hasMoney ? LEDGER_KINDS : IMPORT_KINDS);
    return kindOf(answer) ?? 'plan_lines';
  }
  notes.say('kind', looksLike.code, {
    count: looksLike.count,
    header: looksLike.header,
    ...(looksLike.code === 'KIND_RECORDS' ? { kind: looksLike.kind } : {}),
  });
  return looksLike.kind;
}

function kindOf(text: string | undefined): ImportKind | undefined {
  return IMPORT_KINDS.find((kind) => kind === text);
}

type KindFound =
  | { readonly kind: null }
  | {
      readonly kind: ImportKind;
      readonly code: 'KIND_BOOKINGS' | 'KIND_PLAN' | 'KIND_ACTUALS' | 'KIND_ORGANIZATION' | 'KIND_RECORDS';
      readonly count: number;
      readonly header: string;
    };

function kindByColumns(columns: readonly ColumnGuess[]): KindFound {
  const register = registerByColumns(columns);
  if (register !== null) return register;
  const fte = fteColumns(columns);
  if (isStaffingPlan(fte))
    return { kind: 'staffing_plan', code: 'KIND_RECORDS', count: fte.length, header: fte[0]?.guess.header ?? '' };
  const amounts = columns.filter(isAmountColumn);
  const phased = amounts.filter(({ amount }) => amount.phase !== null && amount.years.length > 0);
  const named = columns.filter(
    ({ word }) => BOOKING_FIELDS.includes(word.bookings?.field ?? '') && word.bookings?.certainty !== 'part',
  );
  const days = columns.filter((column) => (isDayColumn(column) && !saysYearAsDay(column)) || isTimeColumn(column));
  const money = columns.filter((column) => isMoneyColumn(column) || isAmountColumn(column));
  if (phased.length < 2 && money.length > 0 && (days.length > 0 || named.length >= 2)) {
    return {
      kind: 'bookings',
      code: 'KIND_BOOKINGS',
      count: named.length,
      header: (days[0] ?? named[0])?.header ?? '',
    };
  }
  const units = columns.filter(({ word }) => UNIT_FIELDS.includes(word.organization?.field ?? ''));
  if (units.length > 0 && amounts.length === 0) {
    return { kind: 'organization', code: 'KIND_ORGANIZATION', count: units.length, header: units[0]?.header ?? '' };
  }
  const plans = amounts.filter(({ amount }) => amount.phase === 'plan');
  if (plans.length > 0)
    return { kind: 'plan_lines', code: 'KIND_PLAN', count: plans.length, header: plans[0]?.header ?? '' };
  const marked = amounts.every(({ amount }) => amount.phase === null) ? columns.find(isPhaseColumn) : undefined;
  if (marked !== undefined && amounts.length > 0) return kindByPhase(marked);
  const actuals = amounts.filter(({ amount }) => amount.phase === 'actual');
  if (actuals.length > 0)
    return { kind: 'actuals', code: 'KIND_ACTUALS', count: actuals.length, header: actuals[0]?.header ?? '' };
  return { kind: null };
}

/** A column that says row by row what is planned and what was spent. */
function kindByPhase({ values, header }: ColumnGuess): KindFound {
  const isPlanned = phasesOf(values).some((phase) => phase === 'plan');
  return {
    kind: isPlanned ? 'plan_lines' : 'actuals',
    code: isPlanned ? 'KIND_PLAN' : 'KIND_ACTUALS',
    count: 1,
    header,
  };
}

/** A register speaks of things that no budget and no booking has, such as notice periods or the end of a project. */
function registerByColumns(columns: readonly ColumnGuess[]): KindFound | null {
  const found = RECORD_KINDS.map((kind) => {
    const telling = columns.filter(({ word }) => {
      const said = word[kind];
      return said?.certainty === 'exact' && !SHARED_FIELDS.includes(said.field) && isTellingWord(said.word);
    });
    const isAnchored = telling.some(({ word }) => ANCHORS[kind].includes(word[kind]?.field ?? ''));
    return { kind, telling: isAnchored ? telling : [] };
  }).sort((a, b) => b.telling.length - a.telling.length)[0];
  if (found === undefined || found.telling.length < TELLING_COLUMNS) return null;
  const { kind, telling } = found;
  return { kind, code: 'KIND_RECORDS', count: telling.length, header: telling[0]?.header ?? '' };
}

const TELLING_COLUMNS = 2;
const SHARED_FIELDS: readonly string[] = ['unit', 'line', 'fiscalYear'];
/** Without one of these a table is no such register. */
const ANCHORS: Readonly<Record<RecordKind, readonly string[]>> = {
  contracts: ['startsOn', 'endsOn', 'notice', 'noticeTo', 'renewal', 'minimumTerm'],
  projects: ['plannedStart', 'plannedEnd'],
  posts: ['postNumber', 'grade'],
  // Known by its columns of full-time posts.
  staffing_plan: [],
  devices: ['deviceKind', 'inventoryNumber'],
  sites: ['siteNumber', 'siteName', 'siteKind', 'siteZones'],
  volumes: ['task', 'cases'],
};

/** `00:00:00` where days should be. */
function isTimeColumn({ values, word }: ColumnGuess): boolean {
  return word.bookings?.field === 'bookedOn' && mostly(values.times, values);
}
