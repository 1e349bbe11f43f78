/** The door of the section: the local thresholds and settings of a year, for every feature that works by them. */
export { AuthorityModule } from './authority.module';
export { ruleSettings } from './rule/rule-setting.repository';
