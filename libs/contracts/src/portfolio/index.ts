export * from './accounting.contract';
export * from './plain';
export * from './portfolio.contract';
