/** The door of roll-outs for other features. */
export { RolloutModule } from './rollout.module';
export { RolloutQueries } from './rollout.queries';
export { liveDayOf } from './rollout.sql';
