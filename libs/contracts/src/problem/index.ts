export * from './plain';
