import type { ImportKind, ImportProfileInfo } from '@etatlotse/contracts/import/plain';
import { IMPORT_PROFILES, type ImportProfile, matchHeader } from '@etatlotse/domain/import';
import { FileRefused } from '../file/file-refused';
import type { PlanOfFile, RowReader } from '../staged-row';
import { BOOKING_COLUMNS, BookingReader } from './booking-reader';
import { CityReader } from './city-reader';
import { ORGANIZATION_COLUMNS, OrganizationReader } from './organization-reader';
import { matchTable } from './table-columns';

/** What the person said about the file, and what is assumed where the file is silent. */
export interface ReadingChoice {
  readonly kind: ImportKind;
  /** Null lets the header decide. */
  readonly profile: string | null;
  readonly fiscalYear: number | null;
  readonly pointGroups: boolean;
  /** `YYYY-MM-DD` in Germany. */
  readonly today: string;
}

interface CityPlan {
  readonly label: ImportProfileInfo['label'];
  readonly plan: PlanOfFile;
}

/** Which budget by-law a city's file belongs to. */
const CITY_PLANS: Readonly<Record<string, CityPlan>> = {
  'wesel-haushaltsplan': {
    label: { de: 'Stadt Wesel, Haushaltsplan (SAP)', en: 'City of Wesel, budget plan (SAP)' },
    plan: { title: 'Haushaltsplan 2017', firstYear: 2017, lastYear: 2017 },
  },
  'freiburg-ergebnishaushalt': {
    label: { de: 'Stadt Freiburg, Ergebnishaushalt', en: 'City of Freiburg, result budget' },
    plan: { title: 'Doppelhaushalt 2017/2018', firstYear: 2017, lastYear: 2018 },
  },
};

const BOOKINGS = 'etatlotse-buchungen';
const ORGANIZATION = 'etatlotse-organisation';

interface KnownProfile extends ImportProfileInfo {
  readonly readerFor: (headers: readonly string[], choice: ReadingChoice) => RowReader | null;
}

const known: readonly KnownProfile[] = [
  ...IMPORT_PROFILES.map((profile): KnownProfile => ({
    code: profile.code,
    kinds: ['plan_lines', 'actuals'],
    label: CITY_PLANS[profile.code]?.label ?? { de: profile.code, en: profile.code },
    columns: profile.columns.map(({ header }) => header),
    readerFor: (headers, choice) => cityReader(profile, headers, choice),
  })),
  {
    code: BOOKINGS,
    kinds: ['bookings', 'actuals'],
    label: { de: 'Etatlotse-Buchungen', en: 'Etatlotse bookings' },
    columns: BOOKING_COLUMNS.map(({ header }) => header),
    readerFor: bookingReader,
  },
  {
    code: ORGANIZATION,
    kinds: ['organization'],
    label: { de: 'Etatlotse-Organisation', en: 'Etatlotse organisation' },
    columns: ORGANIZATION_COLUMNS.map(({ header }) => header),
    readerFor: organizationReader,
  },
];

/** Every profile, for the page that offers them. */
export const PROFILE_INFOS: readonly ImportProfileInfo[] = known.map(({ code, kinds, label, columns }) => ({
  code,
  kinds,
  label,
  columns,
}));

/**
 * The reader for a file by its header. Throws `FileRefused`: PROFILE_UNKNOWN when the named profile does not exist for
 * this kind of import, CSV_HEADER when the header fits no profile of it.
 */
export function chooseReader(headers: readonly string[], choice: ReadingChoice): RowReader {
  const candidates = known.filter(
    ({ code, kinds }) => kinds.includes(choice.kind) && (choice.profile === null || choice.profile === code),
  );
  if (candidates.length === 0) throw new FileRefused('PROFILE_UNKNOWN');
  for (const candidate of candidates) {
    const reader = candidate.readerFor(headers, choice);
    if (reader !== null) return reader;
  }
  throw new FileRefused('CSV_HEADER', { columns: headers.join('; ').slice(0, 400) });
}

function cityReader(profile: ImportProfile, headers: readonly string[], choice: ReadingChoice): RowReader | null {
  const match = matchHeader(profile, headers);
  if (!match.ok) return null;
  const read = choice.pointGroups ? { ...profile, pointGroupsThousands: true } : profile;
  const year = profile.accountYear;
  return new CityReader(read, match.value, {
    takesPlan: choice.kind === 'plan_lines',
    plan: CITY_PLANS[profile.code]?.plan ?? { title: `Haushaltsplan ${year}`, firstYear: year, lastYear: year },
    unitsValidFrom: `${year}-01-01`,
  });
}

function bookingReader(headers: readonly string[], choice: ReadingChoice): RowReader | null {
  const order = matchTable(BOOKING_COLUMNS, headers);
  if (order === null) return null;
  const assumedYear = choice.fiscalYear ?? Number(choice.today.slice(0, 4));
  const lastDay = `${assumedYear}-12-31`;
  return new BookingReader({
    profile: BOOKINGS,
    order,
    pointGroupsThousands: choice.pointGroups,
    assumedYear,
    assumedDay: choice.today.startsWith(`${assumedYear}-`) ? choice.today : lastDay,
  });
}

function organizationReader(headers: readonly string[], choice: ReadingChoice): RowReader | null {
  const order = matchTable(ORGANIZATION_COLUMNS, headers);
  if (order === null) return null;
  return new OrganizationReader({ profile: ORGANIZATION, order, assumedValidFrom: choice.today });
}
