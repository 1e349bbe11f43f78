import { type ColumnOrder, type ImportProfile, matchHeader } from './profile';
import { FREIBURG_PROFILE } from './profiles/freiburg';
import { WESEL_PROFILE } from './profiles/wesel';

/** Every declared profile. */
export const IMPORT_PROFILES: readonly ImportProfile[] = [WESEL_PROFILE, FREIBURG_PROFILE];

/** The profile with a code, or null. */
export function profileByCode(code: string): ImportProfile | null {
  return IMPORT_PROFILES.find((profile) => profile.code === code) ?? null;
}

/** The profile whose columns a header row has, or null when none fits whole. */
export function detectProfile(
  headerCells: readonly string[],
): { readonly profile: ImportProfile; readonly order: ColumnOrder } | null {
  for (const profile of IMPORT_PROFILES) {
    const match = matchHeader(profile, headerCells);
    if (match.ok) return { profile, order: match.value };
  }
  return null;
}
