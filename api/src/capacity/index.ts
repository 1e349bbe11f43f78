/** The door of staffing capacity; the sample city and imports enter posts, plans and tasks through it. */
export { CapacityModule } from './capacity.module';
export { CapacityOverviewQueries } from './capacity-overview.queries';
export { replaceDeparture } from './departure.repository';
export { freeThousandths } from './free-fte';
export { replaceGoLive } from './go-live.repository';
export { insertParameter } from './parameter.repository';
export {
  changeImportedPost,
  checkImportedPost,
  enterImportedPost,
  type KnownPost,
  knownPosts,
  postDiffers,
  removeImportedPosts,
} from './post-import.repository';
export { plannedFteOf } from './planned-posts';
export { insertPost, type PostFacts } from './post.repository';
export {
  insertPlanGroup,
  type KnownPlanGroup,
  knownPlanGroups,
  type PlanFte,
  type PlanGroup,
  removePlanGroups,
  updatePlanGroup,
} from './staffing-plan.repository';
export { enterDemoRelease, type ReleaseDraft } from './release.repository';
export { insertDriver } from './task-driver.repository';
export { replaceStock } from './task-stock.repository';
export { insertTask, insertVolumes, type NewVolume } from './task.repository';
export { keepScenario } from './use-cases/keep-scenario';
export {
  knownVolumes,
  type MonthCount,
  monthKey,
  namedTasks,
  type NamedTask,
  writeMonths,
  type WrittenMonth,
} from './volume-import.repository';
