/** The door of roll-outs for other features. */
export { RolloutModule } from './rollout.module';
export { liveDayOf } from './rollout.sql';
