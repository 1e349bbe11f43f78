/**
 * The door of the section: the local thresholds and settings of a year for every feature that works by them, and the seam for
 * registers that know what later years are bound by.
 */
export { AuthorityModule } from './authority.module';
export { type BoundRegister, BoundRegisters } from './commitment/bound-registers';
export { BoundYearsQueries } from './commitment/bound-years.queries';
export { OBLIGATION_REGISTERS } from './commitment/obligation-registers.queries';
export { ExtraQueries } from './extra/extra.queries';
export { ruleDecisions, ruleSettings } from './rule/rule-setting.repository';
