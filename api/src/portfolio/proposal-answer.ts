import type { Decision, NoProposalView, ProposalAnswer, ProposalView } from '@etatlotse/contracts/portfolio';
import {
  checkSelection,
  type Choice,
  choiceOfRound,
  gapBasisPoints,
  modelOf,
  outReasons,
} from '@etatlotse/domain/portfolio';
import type { BestAnswer, Found } from './solver/solver';

/** Points for a thousand euros, or for a tenth of an FTE. */
const MONEY_STEP = 100_000;
const FTE_STEP = 100;

/** The choice of a round with what somebody put in or out by hand. */
export function askedChoice(
  decision: Pick<Decision, 'demands' | 'ceilings' | 'staff' | 'years' | 'weights' | 'firstYear' | 'lastYear'>,
  { out, mustBeIn }: { readonly out: readonly string[]; readonly mustBeIn: readonly string[] },
): Choice {
  const [outSet, inSet] = [new Set(out), new Set(mustBeIn)];
  const demands = decision.demands.filter(({ id, fixedYear }) => fixedYear !== null || !outSet.has(id));
  const { choice } = choiceOfRound(demands, decision, decision.weights);
  const candidates = choice.candidates.map((one) => (inSet.has(one.id) ? { ...one, isMandatory: true } : one));
  return { ...choice, candidates };
}

/** An answer of the solver, summed anew: a selection that does not keep the rules is a fault, never an answer. */
export function proposalAnswer(choice: Choice, answer: BestAnswer): ProposalAnswer {
  if (answer.kind === 'found') return { proposal: proposalView(choice, answer), impossible: null };
  const impossible: NoProposalView =
    answer.kind === 'impossible'
      ? { conflicts: answer.conflicts, raises: answer.raises, stuck: [] }
      : { conflicts: [], raises: [], stuck: answer.stuck };
  return { proposal: null, impossible };
}

function proposalView(choice: Choice, found: Found): ProposalView {
  const { selection, bound, summedBound, prices, seconds, isStopped } = found;
  const { value, uses, breaches } = checkSelection(choice, selection);
  if (breaches.length > 0) throw new Error(`The proposal does not keep the rules: ${JSON.stringify(breaches[0])}`);
  const model = modelOf(choice);
  const priceOf = (limit: number): number => prices[model.rows.findIndex((row) => row.limit === limit)] ?? 0;
  return {
    demandIds: [...selection.keys()],
    startYears: [...selection.values()],
    value,
    bound,
    summedBound: Math.min(summedBound, Number.MAX_SAFE_INTEGER),
    gapBasisPoints: gapBasisPoints({ value, bound }),
    seconds,
    isStopped,
    limits: uses.map(({ left: _, ...use }, at) => ({
      ...use,
      priceHundredths: Math.max(Math.round(priceOf(at) * (use.kind === 'fte' ? FTE_STEP : MONEY_STEP)), 0),
    })),
    reasons: outReasons(model, selection, prices),
  };
}
