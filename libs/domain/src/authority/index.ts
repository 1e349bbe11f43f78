export * from './carry-over';
export * from './cover-right';
export * from './lock';
export * from './rule-setting';
export * from './transfer';
export * from './year-end';
