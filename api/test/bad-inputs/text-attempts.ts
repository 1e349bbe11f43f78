import { parse } from 'csv-parse/sync';
import type { Attempt } from './attempt';
import { type BadInputCase, valueOf } from './bad-input-case';
import { goodBooking, sendRaw, type Stage } from './stage';

const MOVEMENTS = '/api/v1/budget/movements';
const NOTES = '/api/v1/budget/notes';
const LINES = '/api/v1/budget/lines';

let lines = 0;

/** Text of a booking, a note and the name of a line; what is accepted comes back letter for letter, also from the file. */
export function textAttempts(item: BadInputCase, stage: Stage): readonly Attempt[] {
  const { finance, lineId } = stage;
  if (item.kind === 'base64') {
    const bytes = Buffer.from(item.base64 ?? '', 'base64');
    return [MOVEMENTS, NOTES, LINES].map((path) => ({ at: path, send: () => sendRaw(stage, path, bytes) }));
  }
  const text = valueOf(item);
  const number = `T.${++lines}`;
  const isKept = item.expect.outcome === 'accept_inert';
  return [
    {
      at: 'text of a booking',
      send: () => finance.post(MOVEMENTS, { ...goodBooking(stage), text }),
      check: async ({ body }) => {
        if (!isKept) return;
        const { rows } = (await finance.get(`${LINES}/${lineId}/movements?fiscalYear=2026`)).body;
        expect(rows.find(({ id }: { id: string }) => id === body.id).text).toBe(text);
      },
    },
    {
      at: 'a note',
      send: () => finance.post(NOTES, { subjectType: 'budget_line', subjectId: lineId, text }),
      check: async ({ body }) => {
        if (!isKept) return;
        const { rows } = (await finance.get(`${NOTES}?subjectType=budget_line&subjectId=${lineId}`)).body;
        expect(rows.find(({ id }: { id: string }) => id === body.id).text).toBe(text);
      },
    },
    {
      at: 'the name of a line',
      send: () => finance.post(LINES, { number, name: text, accountFrame: 'NI', account: '429100', frame: 'CORE' }),
      check: ({ body }) => (isKept ? comesBackAsName(stage, body.id as string, number, String(text)) : undefined),
    },
  ];
}

/** On the line, by search for exactly this text, and in the CSV file, where no cell begins as a formula. */
async function comesBackAsName({ finance }: Stage, id: string, number: string, text: string): Promise<void> {
  expect((await finance.get(`${LINES}/${id}?fiscalYear=2026`)).body.name).toBe(text);
  const words = new URLSearchParams({ fiscalYear: '2026', q: text });
  const found = (await finance.get(`${LINES}?${words.toString()}`)).body.rows as { number: string }[];
  expect(found.map((row) => row.number)).toContain(number);
  const file = (await finance.get(`${LINES}.csv?fiscalYear=2026`)).body as string;
  const rows: string[][] = parse(file, { delimiter: ';', bom: true, record_delimiter: '\r\n' });
  const cell = rows.find(([first]) => first === number)?.[1] ?? '';
  expect([text, `'${text}`]).toContain(cell);
  expect(cell).not.toMatch(/^\s*[=+\-@\t\r＝＋－＠]/);
}
