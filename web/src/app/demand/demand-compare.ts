import { frameLabels } from '../platform/frame.labels';
import { networkLabels } from '../platform/network.labels';
import { formatAmount } from '../ui/amount/amount';
import { formatFte } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import type { ConflictRow } from '../ui/conflict/conflict';
import { type DemandDraft, differingFields, type DraftField } from './demand-draft';
import { demandFormLabels } from './demand-form.labels';
import { demandLabels } from './demand.labels';

/** Three states of one demand: as both began, as it stands in the form, and as somebody else has saved it. */
export interface DemandVersions {
  readonly before: DemandDraft;
  readonly mine: DemandDraft;
  readonly theirs: DemandDraft;
}

/** The fields in which two people differ, in words, in the order of the form. */
export function comparedFields({ before, mine, theirs }: DemandVersions): ConflictRow[] {
  const names = demandFormLabels().fields;
  return differingFields(mine, theirs).map((field) => ({
    name: field,
    label: names[field],
    before: wordsOf(field, before),
    mine: wordsOf(field, mine),
    theirs: wordsOf(field, theirs),
  }));
}

/** What was chosen: one's own entries in these fields, everything else as it was saved. */
export function chosenDraft({ mine, theirs }: Omit<DemandVersions, 'before'>, kept: readonly string[]): DemandDraft {
  const own = Object.entries(mine).filter(([field]) => kept.includes(field));
  return { ...theirs, ...(Object.fromEntries(own) as Partial<DemandDraft>) };
}

function wordsOf(field: DraftField, draft: DemandDraft): string {
  return WORDS[field]?.(draft) ?? textOf(draft[field]);
}

/** How fields are written that are no text or number. */
const WORDS: Readonly<Partial<Record<DraftField, (draft: DemandDraft) => string>>> = {
  runOrChange: ({ runOrChange: value }) => (value === null ? '' : demandLabels().kinds[value]),
  occurrence: ({ occurrence: value }) => (value === null ? '' : demandLabels().occurrences[value]),
  reason: ({ reason: value }) => (value === null ? '' : demandLabels().reasons[value]),
  serviceClass: ({ serviceClass: value }) => (value === null ? '' : demandLabels().classes[value]),
  networkZone: ({ networkZone: value }) => (value === null ? '' : networkLabels().zones[value]),
  frame: ({ frame: value }) => (value === null ? '' : frameLabels().names[value]),
  items: ({ items }) => items.map(itemText).join('\n'),
  fte: ({ fte }) => fte.map(fteText).join('\n'),
  dependencies: ({ dependencies }) => (dependencies.length === 0 ? '' : demandFormLabels().count(dependencies.length)),
  papers: ({ papers }) => papers.join(', '),
};

function textOf(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  return /^\d{4}-\d{2}-\d{2}$/.test(`${value}`) ? formatDate(`${value}`) : `${value}`;
}

/** "40 × Notebook, 990,00 € netto, einmalig 2027". */
function itemText({
  label,
  quantity,
  unitPriceCents,
  basis,
  rhythm,
  fromYear,
  toYear,
}: DemandDraft['items'][number]): string {
  const words = demandLabels();
  const price = unitPriceCents === null ? '?' : `${formatAmount(unitPriceCents, 'euro')} ${words.bases[basis]}`;
  const years = toYear === null || toYear === fromYear ? `${fromYear}` : `${fromYear}–${toYear}`;
  return `${quantity ?? '?'} × ${label}, ${price}, ${words.rhythms[rhythm]} ${years}`;
}

function fteText({ fiscalYear, introductionThousandths, operationThousandths }: DemandDraft['fte'][number]): string {
  const t = demandFormLabels();
  const fte = (thousandths: number | null): string => (thousandths === null ? '?' : formatFte(thousandths / 1000, 2));
  return [
    `${t.introduction(fiscalYear)}: ${fte(introductionThousandths)}`,
    `${t.operation(fiscalYear)}: ${fte(operationThousandths)}`,
  ].join(', ');
}
