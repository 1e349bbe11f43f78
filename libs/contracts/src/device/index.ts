export * from './plain';
export * from './device.contract';
