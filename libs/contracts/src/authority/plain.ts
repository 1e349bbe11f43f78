export * from './cover-plain';
export * from './lock-plain';
export * from './extra-plain';
export * from './rule-plain';
export * from './transfer-plain';
export * from './ways-out-plain';
export * from './year-end-plain';

/** Where the section's routes are, as the web calls them. */
export const AUTHORITY_PATHS = {
  rules: '/api/v1/authority/rules',
} as const;
export * from './commitment-plain';
export * from './earmark-plain';
