/** The door of staffing capacity; the sample city enters its own posts and tasks through it. */
export { CapacityModule } from './capacity.module';
export { CapacityOverviewQueries } from './capacity-overview.queries';
export { replaceGoLive } from './go-live.repository';
export { insertParameter } from './parameter.repository';
export { insertPost } from './post.repository';
export { insertTask, replaceVolumes } from './task.repository';
