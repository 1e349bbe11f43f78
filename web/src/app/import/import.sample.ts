import type { ControlTotal, ImportEffects, ImportPreview, ImportRun } from '@etatlotse/contracts/import/plain';

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

const PREVIEW: ImportPreview = {
  encoding: 'windows-1252',
  delimiter: ';',
  columns: ['Profitcenter', 'Objektnr.'],
  rows: 5971,
  totalRows: 1,
  totals: [PLAN_2017],
  findings: { errors: 0, warnings: 0, infos: 0, byCode: [], first: [] },
  effects: NO_EFFECTS,
  asksPointGroups: false,
  plan: { title: 'Haushaltsplan 2017', firstYear: 2017, lastYear: 2017 },
};

export function aRun(more: Partial<ImportRun> = {}): ImportRun {
  return {
    id: 'i-1',
    kind: 'plan_lines',
    profile: 'wesel-haushaltsplan',
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
    createdAt: '2026-10-05T06:00:00Z',
    createdByName: 'Frauke Finke',
    committedAt: null,
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
