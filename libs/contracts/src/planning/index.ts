export * from './plain';
export * from './fiscal-year.contract';
export * from './plan-line.contract';
export * from './plan-version.contract';
export * from './plan-change.contract';
export * from './plan-copy.contract';
export * from './plan-comparison.contract';
