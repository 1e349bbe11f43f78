import type { ExtraAssessment, ExtraCoverInput, ExtraLine } from '@etatlotse/contracts/authority';
import {
  coverCents,
  type CoverPlace,
  type ExtraCover,
  type ExtraItem,
  extraKindOf,
  type ExtraLevel,
  type ExtraRequest,
  extraTotals,
  figuresOf,
  givingSphere,
  LOCKING_COVER,
  missingForSubmission,
  receivingSphere,
  requiredLevel,
  type RuleSettings,
} from '@etatlotse/domain/authority';
import { cents, type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { ExtraLineFacts } from './extra-line.repository';

/** What a request says, from a form or from the store. */
export interface RawExtraRequest {
  readonly substanceReason: string;
  readonly timeReason: string;
  readonly isContinuedInvestment: boolean;
  readonly items: readonly {
    readonly lineId: string;
    readonly requestedCents: number;
    readonly appropriationCents?: number | null;
    readonly grantedBeforeCents?: number | null;
  }[];
  readonly covers: readonly ExtraCoverInput[];
}

export type ExtraLines = ReadonlyMap<string, ExtraLineFacts>;

/** A request with the figures of its lines: as the rules judge it. */
export interface JudgedExtraRequest extends ExtraRequest {
  readonly requiredLevel: ExtraLevel;
}

export const lineIdsOf = ({ items, covers }: Pick<RawExtraRequest, 'items' | 'covers'>): string[] => [
  ...new Set([
    ...items.map(({ lineId }) => lineId),
    ...covers.flatMap(({ lineId }) => (lineId === null ? [] : [lineId])),
  ]),
];

export type ExtraLineRefusal =
  | Refusal<'NOT_FOUND'>
  | Refusal<'EXTRA_LINE_UNFIT', { readonly lineNumber: string }>
  | Refusal<'EXTRA_COVER_LINE', { readonly lineNumber: string }>;

/** Puts the lines behind a request together, or says which of them cannot take its part. */
export function judgeExtraRequest(
  raw: RawExtraRequest,
  lines: ExtraLines,
  rules: Pick<RuleSettings, 'extraThresholds'>,
): Outcome<JudgedExtraRequest, ExtraLineRefusal> {
  const items: ExtraItem[] = [];
  for (const item of raw.items) {
    const line = lines.get(item.lineId);
    if (line === undefined) return refuse({ code: 'NOT_FOUND', params: {} });
    const sphere = receivingSphere(line);
    if (sphere === null) {
      return refuse({ code: 'EXTRA_LINE_UNFIT', params: { lineNumber: line.number } });
    }
    items.push({
      lineId: item.lineId,
      sphere,
      appropriationCents: cents(item.appropriationCents ?? line.appropriationCents),
      grantedBeforeCents: cents(item.grantedBeforeCents ?? line.grantedCents),
      requestedCents: cents(item.requestedCents),
    });
  }
  const covers: ExtraCover[] = [];
  for (const cover of raw.covers) {
    const read = judgeCover(cover, lines);
    if (!read.ok) return read;
    covers.push(read.value);
  }
  const { substanceReason, timeReason, isContinuedInvestment } = raw;
  const required = requiredLevel(items, rules.extraThresholds);
  return ok({ items, covers, substanceReason, timeReason, isContinuedInvestment, requiredLevel: required });
}

/** Spending gives cover where it stands; revenue where it comes in; next year has no line yet and is for investments. */
function judgeCover(cover: ExtraCoverInput, lines: ExtraLines): Outcome<ExtraCover, ExtraLineRefusal> {
  const { kind, lineId } = cover;
  const amountCents = cents(cover.amountCents);
  if (kind === 'next_year' && lineId === null) return ok({ kind, lineId, sphere: 'investing', amountCents });
  const line = lineId === null ? null : lines.get(lineId);
  if (line === undefined) return refuse({ code: 'NOT_FOUND', params: {} });
  const sphere = line === null ? null : givingSphere(kind, line);
  if (sphere === null) return refuse({ code: 'EXTRA_COVER_LINE', params: { lineNumber: line?.number ?? '–' } });
  return ok({ kind, lineId, sphere, amountCents });
}

/** What the lines that give cover have left, as a grant is judged by. */
export function coverPlacesOf({ covers }: Pick<ExtraRequest, 'covers'>, lines: ExtraLines): CoverPlace[] {
  return covers.flatMap(({ kind, lineId }) => {
    const line = lineId === null ? undefined : lines.get(lineId);
    if (line === undefined || !LOCKING_COVER.includes(kind)) return [];
    return [{ lineId: line.lineId, poolId: line.poolId, availableCents: cents(line.availableCents) }];
  });
}

/** The printed form with its sums. `sees` says of which lines the reader may know what is available. */
export function assessmentOf(
  request: JudgedExtraRequest,
  lines: ExtraLines,
  sees: (unitId: string | null) => boolean,
): ExtraAssessment {
  const totals = extraTotals(request.items);
  const covered = coverCents(request.covers);
  return {
    items: request.items.map((item) => ({
      ...namesOf(lines, item.lineId),
      ...figuresOf(item),
      kind: extraKindOf(item),
      sphere: item.sphere,
    })),
    covers: request.covers.map(({ kind, lineId, amountCents }) => {
      const line = lineId === null ? undefined : lines.get(lineId);
      const isShown = line !== undefined && LOCKING_COVER.includes(kind) && sees(line.unitId);
      return {
        kind,
        line: lineId === null ? null : namesOf(lines, lineId),
        amountCents,
        availableCents: isShown ? line.availableCents : null,
      };
    }),
    totals,
    coverCents: covered,
    uncoveredCents: totals.all.requestedCents - covered,
    requiredLevel: request.requiredLevel,
    missing: missingForSubmission(request).map(({ code, params }) => ({ code, params: { ...params } })),
  };
}

function namesOf(lines: ExtraLines, lineId: string): ExtraLine {
  const line = lines.get(lineId);
  if (line === undefined) throw new RangeError(`Nothing is known about line ${lineId}.`);
  const { number, name, subBudget, statementLine, projectKey, account, accountName } = line;
  return { lineId, number, name, subBudget, statementLine, projectKey, account, accountName };
}
