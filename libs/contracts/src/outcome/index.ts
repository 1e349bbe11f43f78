export * from './outcome.contract';
export * from './plain';
