export * from './carry-over';
export * from './lock';
export * from './rule-setting';
export * from './year-end';
