export * from './carry-over';
export * from './lock';
export * from './year-end';
