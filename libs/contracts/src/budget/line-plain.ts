/** The columns a list of lines sorts by; a leading minus sorts downwards. */
export const LINE_SORTS = [
  'number',
  '-number',
  'name',
  '-name',
  'available',
  '-available',
  'adjusted',
  '-adjusted',
  'actual',
  '-actual',
  'commitment',
  '-commitment',
] as const;
export type LineSort = (typeof LINE_SORTS)[number];

/** Every classification that lines can be grouped by. */
export const LINE_GROUPINGS = [
  'frame',
  'unit',
  'product',
  'subBudget',
  'account',
  'accountClass',
  'statementLine',
  'project',
  'costCentre',
  'direction',
  'sphere',
  'runOrChange',
  'serviceClass',
  'networkZone',
] as const;
export type LineGrouping = (typeof LINE_GROUPINGS)[number];

/** More rows than this do not go into one grid; narrow the filter instead. */
export const GRID_MAX_ROWS = 20_000;

/** What notes and documents can hang on. */
export const PAPER_SUBJECTS = ['budget_line', 'purchase_order', 'movement', 'contract'] as const;
export type PaperSubject = (typeof PAPER_SUBJECTS)[number];

/** What may be attached, by the content of the file and not by its name alone. */
export const DOCUMENT_EXTENSIONS = ['pdf', 'png', 'jpg', 'jpeg', 'csv', 'txt', 'docx', 'xlsx'] as const;
export const DOCUMENT_MAX_BYTES = 10 * 1024 * 1024;
