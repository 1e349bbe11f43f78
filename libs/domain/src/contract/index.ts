export * from './contract';
export * from './contract-check';
export * from './contract-cost';
export * from './contract-summary';
export * from './contract-term';
export * from './contract-value';
export * from './invoice-check';
export * from './unit-price-text';
