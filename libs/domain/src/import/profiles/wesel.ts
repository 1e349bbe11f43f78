import { fiscalYear } from '../../shared/fiscal-year';
import type { AmountColumn, AmountPhase, ImportProfile } from '../profile';

const amount = (header: string, year: number, phase: AmountPhase): AmountColumn => ({
  role: 'amount',
  header,
  fiscalYear: fiscalYear(year),
  phase,
  side: 'net',
});

/**
 * Stadt Wesel, Haushaltsplan 2017 as exported from SAP: one row per profit centre, object and account, a grand total in the
 * last row. Income is negative and expense positive in this file; account classes must not be added together.
 */
export const WESEL_PROFILE: ImportProfile = {
  code: 'wesel-haushaltsplan',
  encoding: 'windows-1252',
  delimiter: ';',
  quote: '"',
  accountFrame: 'NW',
  accountYear: fiscalYear(2017),
  pointGroupsThousands: true,
  allowsTrailingMinus: true,
  signs: { revenue: -1, expense: 1 },
  columns: [
    { role: 'field', header: 'Profitcenter', field: 'costCentre', isRequired: true },
    { role: 'field', header: 'Objektnr.', field: 'costObject', isRequired: true },
    { role: 'field', header: 'Bezeichnung', field: 'costObjectName', isRequired: false },
    { role: 'field', header: 'Kostenart', field: 'account', isRequired: true },
    { role: 'field', header: 'Kostenart Beschreibung', field: 'accountName', isRequired: false },
    amount('Ist 2015', 2015, 'actual'),
    amount('Ist 2016', 2016, 'actual'),
    amount('Plan 2016', 2016, 'plan'),
    amount('Plan 2017', 2017, 'plan'),
    amount('VE 2018', 2018, 'commitment_authority'),
    amount('Plan 2018', 2018, 'plan'),
    amount('Plan 2019', 2019, 'plan'),
    amount('Plan 2020', 2020, 'plan'),
    amount('Plan 2021', 2021, 'plan'),
    amount('Plan 2022', 2022, 'plan'),
  ],
  keyFields: ['costCentre', 'costObject', 'account'],
  totalRowBlankFields: ['costCentre', 'costObject', 'costObjectName', 'account', 'accountName'],
  unitLevels: [],
  itFilter: { field: 'costObject', values: ['1.100.01.02.02', 'A010202'] },
};
