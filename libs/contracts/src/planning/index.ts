export * from './plain';
export * from './fiscal-year.contract';
export * from './plan-version.contract';
