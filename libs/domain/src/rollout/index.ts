export * from './capability';
export * from './completion';
export * from './pace';
export * from './survey';
