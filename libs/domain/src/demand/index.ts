export * from './accounting';
export * from './demand';
export * from './demand-cost';
export * from './investment-paper';
export * from './review';
export * from './round';
export * from './sight';
export * from './workflow';
