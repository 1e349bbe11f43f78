import { checkId, isId } from './id';

describe('ids', () => {
  it.each([
    'aaaaaaaa-0000-4000-8000-000000000001',
    '01890a5d-ac96-774b-bcce-b302099a8057',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
  ])('takes %s', (id) => {
    expect(checkId(id)).toEqual({ ok: true, value: id });
  });

  it.each<[unknown]>([
    ['0'],
    ['1.5'],
    ['null'],
    ['{aaaaaaaa-0000-4000-8000-000000000001}'],
    ['aaaaaaaa-0000-4000-8000-000000000001 '],
    [' aaaaaaaa-0000-4000-8000-000000000001'],
    ['AAAAAAAA-0000-4000-8000-000000000001'],
    ['..%2f..%2fadmin'],
    ['1 OR 1=1'],
    [['a', 'b']],
    [null],
    [undefined],
  ])('refuses %p', (raw) => {
    expect(isId(raw)).toBe(false);
    expect(checkId(raw)).toEqual({ ok: false, code: 'ID_FORMAT' });
  });
});
