export * from './amount-format';
export * from './amount-text';
export * from './cents';
export * from './fiscal-year';
export * from './id';
export * from './outcome';
export * from './plain-date';
export * from './text';
