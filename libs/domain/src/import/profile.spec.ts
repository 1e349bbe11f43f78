import { type ColumnOrder, type ImportProfile, matchHeader } from './profile';
import { IMPORT_PROFILES, detectProfile, profileByCode } from './profiles';
import { FREIBURG_PROFILE } from './profiles/freiburg';
import { WESEL_PROFILE } from './profiles/wesel';

const headerOf = (profile: ImportProfile): string[] => profile.columns.map((column) => column.header);
const inOrder = (profile: ImportProfile): ColumnOrder => profile.columns.map((_, index) => index);
const WESEL_HEADER = headerOf(WESEL_PROFILE);

describe('finding the profile of a file', () => {
  it('by its header, whatever the order of the columns', () => {
    const reversed = [...WESEL_HEADER].reverse();
    expect(detectProfile(reversed)).toEqual({ profile: WESEL_PROFILE, order: [...inOrder(WESEL_PROFILE)].reverse() });
    expect(detectProfile(headerOf(FREIBURG_PROFILE))?.profile.code).toBe('freiburg-ergebnishaushalt');
  });

  it('past a byte order mark and spaces', () => {
    expect(
      detectProfile(WESEL_HEADER.map((header, index) => (index === 0 ? `\uFEFF ${header} ` : header)))?.profile,
    ).toBe(WESEL_PROFILE);
  });

  it('not when a column is missing, twice or unknown', () => {
    expect(detectProfile(WESEL_HEADER.slice(1))).toBeNull();
    expect(matchHeader(WESEL_PROFILE, [...WESEL_HEADER.slice(1), 'Ist 2015', 'Neu'])).toEqual({
      ok: false,
      code: 'HEADER_MISMATCH',
      missing: ['Profitcenter'],
      unexpected: ['Ist 2015', 'Neu'],
    });
    expect(matchHeader(WESEL_PROFILE, [...WESEL_HEADER, 'Ist 2015'])).toMatchObject({
      ok: false,
      missing: [],
      unexpected: ['Ist 2015'],
    });
  });

  it('by its code', () => {
    expect(IMPORT_PROFILES.map((profile) => profileByCode(profile.code))).toEqual(IMPORT_PROFILES);
    expect(profileByCode('sap')).toBeNull();
  });
});
