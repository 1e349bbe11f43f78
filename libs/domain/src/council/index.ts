export * from './consultation';
export * from './meeting';
export * from './motion';
export * from './motion-stack';
export * from './motion-vote';
export * from './paper';
export * from './snapshot-change';
export * from './paper-text';
