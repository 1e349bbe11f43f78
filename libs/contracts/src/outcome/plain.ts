export { COST_BASES, type CostBasis, OUTCOME_KINDS, type OutcomeKind } from '@etatlotse/domain/outcome';
export { type Bounded, OPERATORS, type Operator } from '@etatlotse/domain/shared';
export * from './outcome-plain';
