import type { SaveDemand } from '@etatlotse/contracts/demand';
import type { Demand, DemandItem, DemandItemKind } from '@etatlotse/contracts/demand/plain';

/** What stands in the form. */
export type DemandDraft = Omit<SaveDemand, 'version'>;

export const DRAFT_FIELDS = [
  'title',
  'purpose',
  'forWhom',
  'runOrChange',
  'occurrence',
  'probabilityPercent',
  'earliestOn',
  'reason',
  'reasonBasis',
  'reasonDeadline',
  'serviceClass',
  'networkZone',
  'frame',
  'earliestStartYear',
  'latestStartYear',
  'benefit',
  'items',
  'fte',
  'dependencies',
  'papers',
] as const satisfies readonly (keyof DemandDraft)[];
export type DraftField = (typeof DRAFT_FIELDS)[number];

/** What the server has, as the form writes it. */
export function draftOf(demand: Demand): DemandDraft {
  const { title, purpose, forWhom, runOrChange, occurrence, probabilityPercent, earliestOn, reason } = demand;
  const { reasonBasis, reasonDeadline, serviceClass, networkZone, frame, earliestStartYear, latestStartYear } = demand;
  return {
    title,
    purpose,
    forWhom,
    runOrChange,
    occurrence,
    probabilityPercent,
    earliestOn,
    reason,
    reasonBasis,
    reasonDeadline,
    serviceClass,
    networkZone,
    frame,
    earliestStartYear,
    latestStartYear,
    benefit: demand.benefit,
    items: demand.items.map((item) => ({ ...item })),
    fte: demand.fte.map((one) => ({ ...one })),
    dependencies: demand.links
      .filter(({ direction }) => direction === 'to')
      .map(({ id, kind }) => ({ toId: id, kind })),
    papers: [...demand.papers],
  };
}

/** Fields in which two drafts differ, in the order of the form. */
export function differingFields(first: DemandDraft, second: DemandDraft): DraftField[] {
  return DRAFT_FIELDS.filter((field) => stable(first[field]) !== stable(second[field]));
}

/** Values with their keys in order, so that two that say the same look the same. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}

/** What an item is taken for while its name does not say. */
export const USUAL_KIND: DemandItemKind = 'services';

/** An empty item in a year. */
export function emptyItem(fromYear: number): DemandItem {
  return {
    id: crypto.randomUUID(),
    label: '',
    kind: USUAL_KIND,
    rhythm: 'one_off',
    fromYear,
    toYear: null,
    month: 1,
    quantity: null,
    unit: '',
    unitPriceCents: null,
    basis: 'net',
    vatBasisPoints: 1900,
    increaseBasisPoints: 0,
  };
}

export interface KeptDraft {
  readonly draft: DemandDraft;
  readonly version: number;
  /** What the server had then; older pages did not keep it. */
  readonly before?: DemandDraft;
}

/** Whether something that was kept is a draft; it comes from the browser and may be of an older page. */
export function isKeptDraft(value: unknown): value is KeptDraft {
  if (typeof value !== 'object' || value === null || !('draft' in value) || !('version' in value)) return false;
  const { draft } = value;
  return typeof draft === 'object' && draft !== null && DRAFT_FIELDS.every((field) => field in draft);
}
