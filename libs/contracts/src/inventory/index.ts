export * from './catalogue.contract';
export * from './plain';
export * from './record.contract';
