export * from './approval';
export * from './may';
export * from './permissions';
export * from './roles';
