import type { Permission } from '../access/permissions';
import type { ImportKind } from './mapping';

/**
 * What somebody must hold to bring in a file of a kind: whoever keeps the figures may bring them. `import.run` alone opens
 * the wizard and brings in nothing.
 */
export const IMPORT_PERMISSIONS: Readonly<Record<ImportKind, Permission>> = {
  plan_lines: 'import.budget',
  actuals: 'import.budget',
  bookings: 'import.budget',
  organization: 'import.budget',
  projects: 'import.registers',
  contracts: 'import.registers',
  devices: 'import.registers',
  sites: 'import.registers',
  posts: 'import.staffing',
  staffing_plan: 'import.staffing',
  volumes: 'import.volumes',
};
