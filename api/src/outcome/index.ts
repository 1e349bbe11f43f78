/** The door of outcomes for other features. */
export { OutcomeModule } from './outcome.module';
export { insertCount, insertOutcome } from './outcome.repository';
