export * from './plain';
export * from './site.contract';
