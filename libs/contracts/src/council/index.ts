export * from './plain';
export * from './council.contract';
export * from './paper.contract';
