export {
  type BenefitSums,
  type BenefitYear,
  type BenefitYearSum,
  FIGURE_KINDS,
  type FigureKind,
} from '@etatlotse/domain/benefit';
export { CAPABILITIES, type Capability } from '@etatlotse/domain/rollout';
export * from './benefit-plain';
