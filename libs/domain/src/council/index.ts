export * from './consultation';
export * from './meeting';
export * from './paper';
export * from './snapshot-change';
export * from './paper-text';
