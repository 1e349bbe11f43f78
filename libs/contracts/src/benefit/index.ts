export * from './benefit.contract';
export * from './plain';
