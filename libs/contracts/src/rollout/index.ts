export * from './plain';
export * from './rollout.contract';
