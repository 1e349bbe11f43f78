import { namesInPaper, readPaperText } from './paper-text';

const BODY = `# zu 3.:
Jährlich stehen {CORE.ceiling} bereit,
ergänzt um {SCHOOL_NET.ceiling}.

- erstens {year}
- zweitens

[[frames]]
Ende {`;

it('a text of headings, paragraphs, lists and tables, with figures by their names', () => {
  expect(readPaperText(BODY)).toEqual([
    { kind: 'heading', runs: [{ text: 'zu 3.:' }] },
    {
      kind: 'paragraph',
      runs: [
        { text: 'Jährlich stehen ' },
        { figure: 'CORE.ceiling' },
        { text: ' bereit, ergänzt um ' },
        { figure: 'SCHOOL_NET.ceiling' },
        { text: '.' },
      ],
    },
    { kind: 'list', items: [[{ text: 'erstens ' }, { figure: 'year' }], [{ text: 'zweitens' }]] },
    { kind: 'table', table: 'frames' },
    { kind: 'paragraph', runs: [{ text: 'Ende {' }] },
  ]);
  expect(namesInPaper(BODY)).toEqual(['CORE.ceiling', 'SCHOOL_NET.ceiling', 'year', 'frames']);
});

it.each([
  ['nothing', '', 0],
  ['only blanks', ' \n\n ', 0],
  ['markup of the web stays words', '<script>alert(1)</script>', 1],
  ['a sign without a name', '{} { x } [[]]', 1],
])('%s', (_, body, parts) => {
  expect(readPaperText(body)).toHaveLength(parts);
  expect(namesInPaper(body)).toEqual([]);
});
