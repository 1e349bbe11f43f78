import type {
  ControlTotal,
  ImportBatch,
  ImportEffects,
  ImportListRow,
  ImportPreview,
  ImportProfile,
  ImportRun,
} from '@etatlotse/contracts/import/plain';
import type { FileMapping, Question } from '@etatlotse/domain/import';

/** Imports for the specs: the plan of Wesel as the office knows it. */
const NO_EFFECTS: ImportEffects = {
  linesCreated: 5971,
  linesUpdated: 0,
  unitsCreated: 0,
  unitsUpdated: 0,
  fiscalYearsCreated: [2017, 2018],
  planVersions: 1,
  planAmounts: 12_506,
  movements: 5574,
  ordersCreated: 0,
  ordersConsumed: 0,
  clearingItems: 0,
};

const PLAN_2017: ControlTotal = {
  column: 'Plan 2017',
  role: 'plan',
  fiscalYear: 2017,
  rows: 5971,
  sumCents: 6_363_452_312,
  printedCents: 6_363_452_312,
  differenceCents: 0,
  byClass: [
    { accountClass: '4', sumCents: -19_068_775_371 },
    { accountClass: '5', sumCents: 19_496_299_077 },
  ],
};

/** Three columns of Wesel's plan, read as SAP writes it. */
export function aMapping(more: Partial<FileMapping> = {}): FileMapping {
  return {
    kind: 'plan_lines',
    sheetName: null,
    headerRows: [1],
    firstDataRow: 2,
    columns: [
      { role: 'field', header: 'Objektnr.', field: 'costObject', isRequired: true },
      { role: 'field', header: 'Kostenart', field: 'account', isRequired: true },
      { role: 'amount', header: 'Plan 2017', fiscalYear: 2017, phase: 'plan', side: 'net' },
    ],
    numbers: { decimal: ',', grouping: '.', trailingMinus: false, parentheses: false },
    unitFactor: 1,
    dateOrder: 'dmy',
    direction: 'account',
    signs: { revenue: -1, expense: 1 },
    accountFrame: 'NW',
    accountYear: 2017,
    keyFields: ['costObject', 'account'],
    filledDown: [],
    constants: {},
    sumRows: { blankFields: ['costObject', 'account'], hasWords: false, leafCode: null, rowNumbers: [] },
    unitLevels: [],
    itFilter: null,
    assumedYear: null,
    assumedDay: null,
    paymentsCount: false,
    createsLines: false,
    plan: { title: 'Haushaltsplan 2017', firstYear: 2017, lastYear: 2017 },
    ...more,
  };
}

const PREVIEW: ImportPreview = {
  format: 'csv',
  encoding: 'windows-1252',
  delimiter: ';',
  sheetName: null,
  sheets: [],
  columns: ['Objektnr.', 'Kostenart', 'Plan 2017'],
  firstRows: [
    { row: 1, cells: ['Objektnr.', 'Kostenart', 'Plan 2017'] },
    { row: 2, cells: ['1.100.01.01.01', '44851000', '-22.000,00'] },
    { row: 3, cells: ['1.100.01.01.01', '45910000', '0,00'] },
  ],
  mapping: aMapping(),
  mappingSource: 'detected',
  profileName: null,
  evidence: [
    { aspect: 'header', code: 'HEADER_ROW', column: null, params: { row: 1 } },
    {
      aspect: 'columns',
      code: 'COLUMN_BY_WORD',
      column: 1,
      params: { column: 2, header: 'Kostenart', field: 'account', word: 'kostenart', example: '44851000' },
    },
  ],
  questions: [],
  rows: 5971,
  totalRows: 1,
  totals: [PLAN_2017],
  groups: [
    {
      fiscalYear: 2017,
      phase: 'plan',
      direction: 'revenue',
      sphere: 'operating',
      amounts: 1520,
      totalCents: 19_068_775_371,
    },
    {
      fiscalYear: 2017,
      phase: 'plan',
      direction: 'expense',
      sphere: 'operating',
      amounts: 4032,
      totalCents: 19_496_299_077,
    },
    { fiscalYear: 2015, phase: 'actual', direction: 'expense', sphere: 'operating', amounts: 3, totalCents: 100 },
  ],
  findings: { errors: 0, warnings: 0, infos: 0, wrongRows: 0, byCode: [], first: [] },
  leavesOutWrongRows: false,
  effects: NO_EFFECTS,
  asksPointGroups: false,
  plan: { title: 'Haushaltsplan 2017', firstYear: 2017, lastYear: 2017 },
};

export function aRun(more: Partial<ImportRun> = {}): ImportRun {
  return {
    id: 'i-1',
    batchId: null,
    kind: 'plan_lines',
    profile: '',
    sourceSystem: '',
    source: 'upload',
    fileName: 'hhplan2017.csv',
    fileBytes: 927_787,
    state: 'previewed',
    failureCode: null,
    failureParams: {},
    rowsRead: 5971,
    rowsTotal: 5971,
    jobId: null,
    isWorking: false,
    step: '',
    progress: 0,
    progressTotal: null,
    secondsLeft: null,
    createdAt: '2026-10-05T06:00:00Z',
    createdByName: 'Frauke Finke',
    committedAt: null,
    undoneAt: null,
    undoReason: '',
    hasFile: true,
    counts: { rows: 5971, errors: 0, warnings: 0, questions: 0 },
    sumCents: null,
    preview: PREVIEW,
    previewHash: 'abc123',
    effects: null,
    version: 1,
    ...more,
  };
}

/** The same file with a total row that somebody changed by one cent. */
export function aFalsifiedRun(): ImportRun {
  const stated = { statedCents: 6_363_452_313, readCents: 6_363_452_312, differenceCents: 1 };
  return aRun({
    preview: {
      ...PREVIEW,
      totals: [{ ...PLAN_2017, printedCents: 6_363_452_313, differenceCents: 1 }],
      findings: {
        errors: 1,
        warnings: 0,
        infos: 0,
        wrongRows: null,
        byCode: [{ code: 'TOTAL_ROW_DIFFERS', severity: 'error', count: 1 }],
        first: [
          {
            number: 1,
            row: 5973,
            column: 'Plan 2017',
            code: 'TOTAL_ROW_DIFFERS',
            severity: 'error',
            value: '',
            params: stated,
          },
        ],
      },
    },
  });
}

/** A file in which 03/04/2024 may be a day of March or of April, and which names no product. */
export function anAskedRun(more: Partial<ImportRun> = {}): ImportRun {
  const questions: readonly Question[] = [
    {
      id: 'DATE_ORDER',
      code: 'DATE_ORDER',
      column: null,
      params: { dayFirst: 0, monthFirst: 0, example: '03/04/2024' },
      options: ['dmy', 'mdy'],
    },
    { id: 'PRODUCT_CODE', code: 'PRODUCT_CODE', column: null, params: {}, options: [] },
  ];
  return aRun({
    preview: { ...PREVIEW, questions },
    counts: { rows: 5971, errors: 0, warnings: 0, questions: 2 },
    sumCents: null,
    ...more,
  });
}

export function aRow(more: Partial<ImportListRow> = {}): ImportListRow {
  const { preview: _preview, failureParams: _params, ...row } = aRun();
  return { ...row, ...more };
}

/** Two quarters of Oxford; the second names no day. */
export function aBatch(more: Partial<ImportBatch> = {}): ImportBatch {
  const row = { batchId: 'b-1', kind: 'bookings' as const };
  return {
    id: 'b-1',
    name: 'oxford.zip',
    createdAt: '2026-10-05T06:00:00Z',
    createdByName: 'Frauke Finke',
    isWorking: false,
    jobId: null,
    step: '',
    progress: 0,
    progressTotal: null,
    failureCode: null,
    failureParams: {},
    isReady: false,
    counts: { rows: 7673, errors: 0, warnings: 0, questions: 1 },
    groups: [
      {
        fiscalYear: 2014,
        phase: 'actual',
        direction: 'expense',
        sphere: 'operating',
        amounts: 7673,
        totalCents: 2_964_000_000,
      },
    ],
    runs: [
      aRow({
        ...row,
        id: 'i-1',
        fileName: 'jan-mar-2014.csv',
        counts: { rows: 3837, errors: 0, warnings: 1, questions: 0 },
        sumCents: null,
      }),
      aRow({
        ...row,
        id: 'i-2',
        fileName: 'apr-jun-2014.csv',
        previewHash: 'def456',
        counts: { rows: 3836, errors: 0, warnings: 0, questions: 1 },
        sumCents: 123_456,
      }),
    ],
    version: 1,
    ...more,
  };
}

export function aProfile(more: Partial<ImportProfile> = {}): ImportProfile {
  return {
    id: 'p-1',
    name: 'SAP Haushaltsplan',
    sourceSystem: 'SAP',
    kind: 'plan_lines',
    columns: ['Objektnr.', 'Kostenart', 'Plan 2017'],
    mapping: aMapping(),
    isAutomatic: false,
    ownerName: null,
    createdAt: '2026-10-05T06:00:00Z',
    createdByName: 'Frauke Finke',
    lastUsedAt: null,
    version: 1,
    ...more,
  };
}
