export * from './plain';
export * from './cover.contract';
export * from './lock.contract';
export * from './rule.contract';
export * from './transfer.contract';
export * from './year-end.contract';
export * from './commitment.contract';
export * from './earmark.contract';
