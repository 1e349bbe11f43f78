export * from './plain';
export * from './contract.contract';
