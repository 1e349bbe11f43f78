export * from './plain';
export * from './lock.contract';
export * from './rule.contract';
export * from './year-end.contract';
