export * from './compare-demand-sheet';
export { type SheetErrorCode, type SheetTable } from './read-demand-sheet';
export { type CellKind, type CellValue } from './sheet-cell';
export * from './sheet-columns';
