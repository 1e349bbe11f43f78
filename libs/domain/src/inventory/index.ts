export * from './desk';
export * from './offer';
export * from './process';
export * from './service-economy';
export * from './service-solution';
export * from './system';
export * from './training';
