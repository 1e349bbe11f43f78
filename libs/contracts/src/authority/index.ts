export * from './plain';
export * from './rule.contract';
