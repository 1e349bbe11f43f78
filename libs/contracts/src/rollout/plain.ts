export {
  type Acceptance,
  type Arrival,
  CAPABILITIES,
  type Capability,
  type Completion,
  type Pace,
  ROLLOUT_STATES,
  type RolloutState,
  SURVEY_LEVELS,
  type TrainingState,
} from '@etatlotse/domain/rollout';
export { type Bound, type Bounded, OPERATORS, type Operator } from '@etatlotse/domain/shared';
export * from './rollout-plain';
