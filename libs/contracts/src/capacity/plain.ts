export * from './outlook-plain';
export * from './overview-plain';
export * from './parameter-plain';
export * from './post-plain';
export * from './staffing-plan-plain';
export * from './task-plain';
export * from './unit-plain';

const CAPACITY = '/api/v1/capacity';

/** Where staffing capacity lives on the wire. */
export const CAPACITY_PATHS = {
  overview: `${CAPACITY}/overview`,
  parameters: `${CAPACITY}/parameters`,
  parameterHistory: `${CAPACITY}/parameters/history`,
  parameterEffect: `${CAPACITY}/parameters/effect`,
  withdrawal: (id: string): string => `${CAPACITY}/parameters/${id}/withdrawal`,
  posts: `${CAPACITY}/posts`,
  postsCsv: `${CAPACITY}/posts.csv`,
  post: (id: string): string => `${CAPACITY}/posts/${id}`,
  staffingPlan: `${CAPACITY}/staffing-plan`,
  holder: (id: string, occupancyId: string): string => `${CAPACITY}/posts/${id}/occupancies/${occupancyId}/holder`,
  tasks: `${CAPACITY}/tasks`,
  task: (id: string): string => `${CAPACITY}/tasks/${id}`,
  volumes: (id: string): string => `${CAPACITY}/tasks/${id}/volumes`,
  forecast: (id: string): string => `${CAPACITY}/tasks/${id}/forecast`,
  taskCsv: `${CAPACITY}/tasks.csv`,
  outlook: (id: string): string => `${CAPACITY}/tasks/${id}/outlook`,
  numbers: (id: string): string => `${CAPACITY}/tasks/${id}/numbers`,
  stock: (id: string): string => `${CAPACITY}/tasks/${id}/stock`,
  drivers: (id: string): string => `${CAPACITY}/tasks/${id}/drivers`,
  driver: (id: string, driverId: string): string => `${CAPACITY}/tasks/${id}/drivers/${driverId}`,
  sheet: (id: string): string => `${CAPACITY}/tasks/${id}/sheet`,
  sheetPdf: (id: string): string => `${CAPACITY}/tasks/${id}/sheet.pdf`,
  goLive: (id: string): string => `${CAPACITY}/tasks/${id}/go-live`,
} as const;

/** A week of 42 hours is the longest that a full-time post has. */
export const WEEKLY_MINUTES_MAX = 2_520;
export const RAMP_MONTHS_MAX = 24;
/** Figures cross the wire as whole millionths: 0.1 is 100,000, 93,660 minutes are 93,660,000,000. */
export const MICROS = 1_000_000;
export const VOLUME_MAX = 10_000_000;

/** Cases that came in, and cases that are expected. */
export const VOLUME_KINDS = ['actual', 'planned'] as const;
export type VolumeKind = (typeof VOLUME_KINDS)[number];

/** Fewest holders of posts of a unit whose presence is told to others: below it one could see who is ill. */
export const PROTECTED_BELOW = 5;

export interface CapacityChanged {
  readonly id: string;
  readonly version: number;
}
