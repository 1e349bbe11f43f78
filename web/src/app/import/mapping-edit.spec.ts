import type { FileMapping, MappedColumn } from '@etatlotse/domain/import';
import { aMapping } from './import.sample';
import { withAmount, withConstant, withFilledDown, withHeader, withKey, withMeaning } from './mapping-edit';

const ignore = (header: string): MappedColumn => ({ role: 'ignore', header });
const field = (name: 'account' | 'product', header: string): MappedColumn => ({
  role: 'field',
  header,
  field: name,
  isRequired: false,
});

const columnsOf = (...columns: readonly MappedColumn[]): FileMapping => aMapping({ columns });

describe('a person changes how a file is read', () => {
  it.each([
    ['Ist 2015', { fiscalYear: 2015, phase: 'actual', side: 'net' }],
    ['Ansatz 2027 (Erträge)', { fiscalYear: 2027, phase: 'plan', side: 'revenue' }],
    ['Ansatz 2027 Aufwand', { fiscalYear: 2027, phase: 'plan', side: 'expense' }],
    ['VE 2028', { fiscalYear: 2028, phase: 'commitment_authority', side: 'net' }],
    ['Betrag', { fiscalYear: null, phase: 'plan', side: 'net' }],
  ])('an amount column "%s" says its year, phase and side itself', (header, meaning) => {
    const changed = withMeaning(columnsOf(ignore(header)), 0, 'amount');
    expect(changed.columns[0]).toEqual({ role: 'amount', header, ...meaning });
  });

  it('bookings have no year in their header: the day of each row counts', () => {
    const changed = withMeaning(aMapping({ kind: 'bookings', columns: [ignore('Betrag 2026')] }), 0, 'amount');
    expect(changed.columns[0]).toMatchObject({ fiscalYear: null, phase: 'actual' });
  });

  it('a balance adds the columns of its year, and takes expense away where the file writes it as positive', () => {
    const amounts = ['Erträge 2026', 'Aufwendungen 2026', 'Erträge 2027'].reduce(
      (mapping, _header, at) => withMeaning(mapping, at, 'amount'),
      columnsOf(ignore('Erträge 2026'), ignore('Aufwendungen 2026'), ignore('Erträge 2027'), ignore('Saldo 2026')),
    );
    const ofYear = withAmount(amounts, 2, { fiscalYear: 2026, side: 'net', phase: 'actual' });
    const positive = withMeaning({ ...ofYear, signs: { revenue: 1, expense: 1 } }, 3, 'balance');
    expect(positive.columns[3]).toMatchObject({ parts: [{ column: 2, factor: 1 }] });
    const both = withMeaning({ ...amounts, signs: { revenue: 1, expense: 1 } }, 2, 'balance');
    expect(both.columns[2]).toMatchObject({
      parts: [
        { column: 0, factor: 1 },
        { column: 1, factor: -1 },
      ],
    });
  });

  it('columns for revenue and expense decide what a row is; without them the account does', () => {
    const mapping = columnsOf(field('account', 'Konto'), ignore('Erträge 2026'));
    const split = withMeaning({ ...mapping, direction: 'account' }, 1, 'amount');
    expect(split.direction).toBe('columns');
    expect(withAmount(split, 1, { side: 'net' }).direction).toBe('account');
  });

  it('a key without its column is no key any more, a constant keeps it', () => {
    const mapping = { ...columnsOf(field('product', 'Produkt'), field('account', 'Konto')), keyFields: [] };
    const keyed = withKey(withKey(mapping, 'account', true), 'product', true);
    expect(keyed.keyFields).toEqual(['account', 'product']);
    expect(withMeaning(keyed, 0, 'ignore').keyFields).toEqual(['account']);
    expect(withMeaning(withConstant(keyed, 'product', '0115'), 0, 'ignore').keyFields).toEqual(['account', 'product']);
    expect(withConstant(withConstant(keyed, 'product', '0115'), 'product', '').constants).toEqual({});
    expect(withKey(keyed, 'account', false).keyFields).toEqual(['product']);
  });

  it('what stands above a block names its lines, until a column does', () => {
    const headings = { field: 'product', nameField: 'productName', word: 'produkt' } as const;
    const mapping = {
      ...columnsOf(ignore('Nr.'), field('account', 'Konto')),
      headings,
      keyFields: ['product'] as const,
    };
    expect(withMeaning(mapping, 1, 'ignore')).toMatchObject({ headings, keyFields: ['product'] });
    expect(withMeaning(mapping, 0, 'field:product')).toMatchObject({ headings: undefined, keyFields: ['product'] });
    const also = [{ field: 'account', nameField: 'accountName', word: 'konto' }] as const;
    const sheet = { ...mapping, ...columnsOf(ignore('Nr.')), headings: { ...headings, also } };
    expect(withMeaning(sheet, 0, 'field:product').headings).toEqual(also[0]);
    expect(withMeaning(sheet, 0, 'field:text').headings).toEqual({ ...headings, also });
  });

  it('what stands only at the top of a block holds downwards, until its column says something else', () => {
    const mapping = columnsOf(field('product', 'Produkt'), field('account', 'Konto'));
    const filled = withFilledDown(mapping, 'product', true);
    expect(filled.filledDown).toEqual(['product']);
    expect(withFilledDown(filled, 'product', false).filledDown).toEqual([]);
    expect(withMeaning(filled, 0, 'ignore').filledDown).toEqual([]);
  });

  it('a header over two rows spans the columns to its right', () => {
    const rows = [
      { row: 1, cells: ['Stadt Musterhausen'] },
      { row: 2, cells: ['Konto', 'Ansatz', ''] },
      { row: 3, cells: ['', '2026', '2027'] },
    ];
    const changed = withHeader(columnsOf(ignore('a'), ignore('b'), ignore('c')), [2, 3], rows);
    expect(changed.columns.map(({ header }) => header)).toEqual(['Konto', 'Ansatz 2026', 'Ansatz 2027']);
    expect([changed.headerRows, changed.firstDataRow]).toEqual([[2, 3], 4]);
    expect(withHeader(changed, [], rows)).toMatchObject({ firstDataRow: 1, headerRows: [] });
  });
});
