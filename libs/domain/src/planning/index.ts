export * from './apply-formula';
export * from './plan-formula';
export * from './plan-table';
