export * from './control-totals';
export * from './profile';
export * from './profiles';
export * from './profiles/freiburg';
export * from './profiles/wesel';
export * from './row';
export * from './units';
