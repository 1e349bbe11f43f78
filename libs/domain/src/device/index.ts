export * from './device';
export * from './device-check';
export * from './equipment';
export * from './replacement';
