import type { ImportFinding, ImportPreview } from '@etatlotse/contracts/import/plain';

const SHOWN = 3;

/** Findings that say the same, as far as they are shown, and how many more there are. */
export interface FindingGroup {
  readonly key: string;
  readonly shown: readonly ImportFinding[];
  readonly more: number;
}

/** The same finding in hundreds of rows hides every other one: of each only the first rows are shown, until all are asked for. */
export function findingGroups(
  { first, byCode }: ImportPreview['findings'],
  showsAll: boolean,
): readonly FindingGroup[] {
  const groups = new Map<string, ImportFinding[]>();
  for (const finding of first) {
    const key = `${finding.severity} ${finding.code}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups].map(([key, found]) => {
    const all = byCode.find(({ severity, code }) => key === `${severity} ${code}`)?.count ?? found.length;
    // One row less is no relief.
    const shown = showsAll || found.length <= SHOWN + 1 ? found : found.slice(0, SHOWN);
    return { key, shown, more: Math.max(0, all - shown.length) };
  });
}
