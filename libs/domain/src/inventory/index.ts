export * from './service-economy';
export * from './service-solution';
