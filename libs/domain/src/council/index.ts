export * from './consultation';
export * from './meeting';
