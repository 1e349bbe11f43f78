export * from './apply-formula';
export * from './pasted-head';
export * from './plan-formula';
export * from './plan-table';
