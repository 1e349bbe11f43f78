export * from './inbox-plain';
export * from './words';
