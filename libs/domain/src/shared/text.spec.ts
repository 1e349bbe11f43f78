import { checkText, compareText } from './text';

const NAME = { max: 200, required: true };
const NOTE = { max: 200, required: false, multiline: true };

describe('texts from people and files', () => {
  it.each([
    "O'Brien & Söhne GmbH",
    'IT-Budget ✅',
    'Straße',
    'a\u0308',
    ' mit Rand ',
    '👨‍👩‍👧',
    '=1+1',
    '<b>fett</b>',
    'x'.repeat(200),
    '✅'.repeat(200),
  ])('stores %p byte for byte', (text) => {
    expect(checkText(text, NAME)).toEqual({ ok: true, value: text });
  });

  it.each<[string, unknown, string]>([
    ['half an emoji', 'a\ud800b', 'TEXT_UNPAIRED_SURROGATE'],
    ['a right-to-left override', 'rechnung\u202egpj.exe', 'TEXT_BIDI_CONTROL'],
    ['an isolate', 'a\u2066b', 'TEXT_BIDI_CONTROL'],
    ['a terminal sequence', 'a\x1b[31mb', 'TEXT_CONTROL_CHAR'],
    ['a zero byte', 'a\u0000b', 'TEXT_CONTROL_CHAR'],
    ['a C1 control', 'a\u0085b', 'TEXT_CONTROL_CHAR'],
    ['a line separator', 'a\u2028b', 'TEXT_CONTROL_CHAR'],
    ['a line break in a single line', 'a\nb', 'TEXT_CONTROL_CHAR'],
    ['nothing', '', 'TEXT_REQUIRED'],
    ['only spaces', '  \u00A0 ', 'TEXT_REQUIRED'],
    ['only zero width', '\u200b\u200d\ufeff', 'TEXT_REQUIRED'],
    ['90 kilobytes', 'x'.repeat(90_000), 'TEXT_TOO_LONG'],
    ['one character too many', 'x'.repeat(201), 'TEXT_TOO_LONG'],
    ['one emoji too many', '✅'.repeat(200) + '👍', 'TEXT_TOO_LONG'],
    ['2000 combining marks', 'a' + '\u0301'.repeat(2000), 'TEXT_TOO_LONG'],
    ['17 combining marks on one letter', 'a' + '\u0301'.repeat(17), 'TEXT_TOO_LONG'],
    ['a number', 5, 'TEXT_TYPE'],
    ['an object', { a: 1 }, 'TEXT_TYPE'],
    ['null', null, 'TEXT_TYPE'],
  ])('refuses %s', (_, raw, code) => {
    expect(checkText(raw, NAME)).toEqual({ ok: false, code });
  });

  it('counts code points, not UTF-16 units', () => {
    expect(checkText('👍'.repeat(200), NAME).ok).toBe(true);
    expect(checkText('👍'.repeat(201), NAME)).toEqual({ ok: false, code: 'TEXT_TOO_LONG' });
  });

  it('takes line breaks and tabs where a text has several lines, but no other control', () => {
    expect(checkText('erste\r\nzweite\tSpalte', NOTE).ok).toBe(true);
    expect(checkText('a\u000bb', NOTE)).toEqual({ ok: false, code: 'TEXT_CONTROL_CHAR' });
    expect(checkText('a\u001bb', NOTE)).toEqual({ ok: false, code: 'TEXT_CONTROL_CHAR' });
  });

  it('lets an optional text be empty', () => {
    expect(checkText('', NOTE)).toEqual({ ok: true, value: '' });
  });
});

it('orders keys by code unit', () => {
  expect([compareText('a', 'b'), compareText('b', 'a'), compareText('a', 'a'), compareText('Z', 'a')]).toEqual([
    -1, 1, 0, -1,
  ]);
});
