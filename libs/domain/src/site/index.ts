export * from './frame-wall';
export * from './site';
export * from './split-key';
