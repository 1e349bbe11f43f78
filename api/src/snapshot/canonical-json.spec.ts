import { canonicalJson } from './canonical-json';

test('the order in which figures were written does not matter', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'ä"' }], a: -5, gone: undefined })).toBe(
    '{"a":-5,"b":[1,{"c":"ä\\"","d":null}]}',
  );
  expect(canonicalJson({ a: -5, b: [1, { c: 'ä"', d: null }] })).toBe(
    canonicalJson({ b: [1, { d: null, c: 'ä"' }], a: -5 }),
  );
});

test('a number that is not exact is never hashed', () => {
  for (const number of [0.1, Number.NaN, Infinity, 2 ** 53])
    expect(() => canonicalJson({ number })).toThrow(RangeError);
});
