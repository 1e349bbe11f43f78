export * from './plain';
export * from './council.contract';
