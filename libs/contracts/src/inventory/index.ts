export * from './catalogue.contract';
export * from './desk.contract';
export * from './offer.contract';
export * from './plain';
export * from './process.contract';
export * from './record.contract';
export * from './system.contract';
export * from './training.contract';
