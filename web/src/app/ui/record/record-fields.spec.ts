import {
  amountField,
  draftOf,
  hundredthsField,
  numberField,
  readDraft,
  selectField,
  shareField,
  textField,
} from './record-fields';

const fields = {
  name: textField(5),
  note: textField(10, { optional: true }),
  kind: selectField(['own', 'efa']),
  cases: numberField(0, 1_000_000, { optional: true }),
  fte: hundredthsField(10_000),
  share: shareField({ optional: true }),
  amountCents: amountField({ optional: true }),
};
const FILLED = { name: 'Name', note: '', kind: 'efa', cases: '1.250', fte: '1,5', share: '12,5', amountCents: 100 };

describe('the fields of a record', () => {
  it('reads what is typed: groups of thousands, hundredths, shares', () => {
    expect(readDraft(fields, FILLED)).toEqual({
      values: { name: 'Name', note: '', kind: 'efa', cases: 1250, fte: 150, share: 1250, amountCents: 100 },
      errors: {},
    });
  });

  it('left blank is not known, not zero', () => {
    const { values } = readDraft(fields, { ...FILLED, cases: ' ', share: '', amountCents: null });
    expect([values?.cases, values?.share, values?.amountCents]).toEqual([null, null, null]);
    expect(readDraft(fields, { ...FILLED, cases: '0', share: '0' }).values).toMatchObject({ cases: 0, share: 0 });
  });

  it.each<[string, object, object]>([
    [
      'nothing where something is needed',
      { name: ' ', kind: null, fte: '' },
      { name: 'fill', kind: 'fill', fte: 'fill' },
    ],
    ['a text that is too long', { name: 'zu lang' }, { name: 'tooLong' }],
    ['a number that is none', { cases: '12a' }, { cases: 'number' }],
    ['half a case', { cases: '1,5' }, { cases: 'number' }],
    ['a share above the whole', { share: '100,01' }, { share: 'share' }],
    ['a share below nothing', { share: '-1' }, { share: 'share' }],
    ['three decimals of a post', { fte: '1,255' }, { fte: 'decimal' }],
    ['more posts than can be', { fte: '100,01' }, { fte: 'decimal' }],
  ])('says what is wrong: %s', (_, typed, errors) => {
    expect(readDraft(fields, { ...FILLED, ...typed })).toEqual({ values: null, errors });
  });

  it('writes what is known into the form as people type it', () => {
    expect(draftOf(fields, { name: 'Name', fte: 50, share: 1205, cases: null })).toEqual({
      name: 'Name',
      note: '',
      kind: null,
      cases: '',
      fte: '0,50',
      share: '12,05',
      amountCents: null,
    });
  });
});
