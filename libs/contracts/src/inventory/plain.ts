export * from './catalogue-plain';
export * from './desk-plain';
export * from './offer-plain';
export * from './process-plain';
export * from './record-plain';
export * from './system-plain';
export * from './training-plain';
