export * from './demand';
export * from './demand-cost';
export * from './review';
export * from './round';
export * from './sight';
export * from './workflow';
