export * from './cost-per-outcome';
