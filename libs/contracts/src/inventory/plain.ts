export * from './catalogue-plain';
export * from './record-plain';
