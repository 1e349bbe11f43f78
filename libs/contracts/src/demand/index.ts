export * from './demand-sheet.contract';
export * from './demand.contract';
export * from './plain';
export * from './round.contract';
