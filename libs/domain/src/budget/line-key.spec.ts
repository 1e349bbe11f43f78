import { formatLineKey, parseLineKey, parseProjectKey } from './line-key';

describe('T3 keys of a Braunschweig budget line (R3)', () => {
  it.each<[string, string, string]>([
    ['4S.100005', 'collective', '100005'],
    ['4E.210270', 'single', '210270'],
    ['5S.210003', 'collective', '210003'],
  ])('%s is a %s project', (text, form, number) => {
    expect(parseProjectKey(text)).toEqual({ ok: true, value: { text, form, number } });
  });

  it.each([
    '',
    '4X.100005',
    'S.100005',
    '4S100005',
    '4S.10000',
    '4S.1000055',
    '44S.100005',
    '4s.100005',
    ' 4S.100005',
    '4S.100005 ',
    '4S.10000a',
  ])('%p is no project key', (text) => {
    expect(parseProjectKey(text)).toEqual({ ok: false, code: 'PROJECT_KEY_FORMAT' });
  });

  it('derives no department from the digits', () => {
    const key = parseProjectKey('4E.210270');
    expect(key.ok ? Object.keys(key.value) : []).toEqual(['text', 'form', 'number']);
  });

  it('reads and writes sub-budget, statement line, project and account', () => {
    const key = parseLineKey('FB 10 / 27 / 4S.100005 / 783125');
    expect(key).toEqual({
      ok: true,
      value: {
        subBudget: 'FB 10',
        statementLine: '27',
        project: { text: '4S.100005', form: 'collective', number: '100005' },
        account: '783125',
      },
    });
    expect(key.ok ? formatLineKey(key.value) : '').toBe('FB 10 / 27 / 4S.100005 / 783125');
    expect(parseLineKey('FB 20/15/4E.210270/421110').ok).toBe(true);
  });

  it.each<[string, string]>([
    ['FB 10 / 27 / 4S.100005', 'LINE_KEY_FORMAT'],
    ['FB 10 / 27 / 4S.100005 / 783125 / x', 'LINE_KEY_FORMAT'],
    [' / 27 / 4S.100005 / 783125', 'LINE_KEY_FORMAT'],
    ['FB 10 / x27 / 4S.100005 / 783125', 'LINE_KEY_FORMAT'],
    ['FB 10 / 27x / 4S.100005 / 783125', 'LINE_KEY_FORMAT'],
    ['FB 10 / 2700 / 4S.100005 / 783125', 'LINE_KEY_FORMAT'],
    ['FB 10 / 27 / 4S.100005 / 783', 'LINE_KEY_FORMAT'],
    ['FB 10 / 27 / 4S.100005 / x783125', 'LINE_KEY_FORMAT'],
    ['FB 10 / 27 / 4S.100005 / 783125x', 'LINE_KEY_FORMAT'],
    ['FB 10 / 27 / 4S.10000 / 783125', 'PROJECT_KEY_FORMAT'],
  ])('%p is refused with %s', (text, code) => {
    expect(parseLineKey(text)).toEqual({ ok: false, code });
  });
});
