export * from './plain';
export * from './council.contract';
export * from './motion.contract';
export * from './paper.contract';
