import { detectTable } from '@etatlotse/domain/import';
import { readingThread } from '../../test/threads';
import { bytesInMemory, type FileBytes } from './file/file-bytes';
import { openTables } from './file/open-tables';
import { readOpening } from './file/opening';
import { ReadingThread } from './reading-thread';
import {
  packRows,
  type PackedRows,
  type ReadingOrder,
  type RowsRead,
  STAGED_COLUMNS,
  type StagedTable,
} from './row-packing';

/** A year of a finance system: more than two pieces of the file, one day that does not exist, and one payment. */
const ROWS = 30_000;
const DAY_THAT_IS_NONE = 21_000;
const PAYMENT = 22_000;

const bookings = Array.from({ length: ROWS }, (_, at) => {
  const day = at === DAY_THAT_IS_NONE ? '31.02.2026' : `${String((at % 28) + 1).padStart(2, '0')}.03.2026`;
  const kind = at === PAYMENT ? 'Zahlung' : at % 3 === 0 ? 'Auftrag' : 'Rechnung';
  return `${day};B-${at};11.1.01.4301000;"Prüfgerät ""groß"" Nr. ${at}";Müller & Söhne;1.${100 + (at % 900)},50;${kind};A-${at % 5000}`;
});
const yearFile = (rows: readonly string[]): FileBytes =>
  bytesInMemory(
    Buffer.from(['Buchungstag;Beleg;Haushaltsstelle;Text;Kreditor;Betrag;Art;Auftrag', ...rows].join('\r\n')),
  );

const thread = new ReadingThread(readingThread);

describe('a big file of bookings', () => {
  it('comes out of the thread row by row as it does without one', async () => {
    const file = yearFile(bookings);
    const order = await orderFor(file);
    const [inThread, here] = [collector(), collector()];
    const readInThread = await thread.read(file, '', order, inThread.take);
    expect(readInThread).toEqual(await readHere(file, order, here));
    expect(readInThread.rows).toBe(ROWS);
    expect(readInThread.encoding).toBe('utf-8');
    for (const table of Object.keys(STAGED_COLUMNS) as StagedTable[]) {
      expect(inThread.text(table)).toBe(here.text(table));
    }
    expect(inThread.text('import_finding')).toContain('31.02.2026');
    expect(inThread.portions()).toBeGreaterThan(ROWS / 4000);
  });

  it('hands its rows on one portion after the other, and has ended only when the last one is taken', async () => {
    const file = yearFile(bookings);
    const collected = collector();
    let underWay = 0;
    let most = 0;
    const slow = async (rows: PackedRows): Promise<void> => {
      underWay += 1;
      most = Math.max(most, underWay);
      for (let turn = 0; turn < 20_000; turn++) await new Promise((resolve) => setImmediate(resolve));
      await collected.take(rows);
      underWay -= 1;
    };
    await thread.read(file, '', await orderFor(file), slow);
    expect([most, underWay]).toEqual([1, 0]);
    const here = collector();
    await readHere(file, await orderFor(file), here);
    expect(collected.text('import_amount')).toBe(here.text('import_amount'));
  });

  it('is refused with the row in which a quote does not close, however far behind it stands', async () => {
    const broken = bookings.with(29_000, '01.03.2026;B-1;"11.1.01;Toner;Müller;1,00;Rechnung;A-1');
    const order = await orderFor(yearFile(bookings));
    await expect(thread.read(yearFile(broken), '', order, collector().take)).rejects.toMatchObject({
      code: 'CSV_QUOTE',
    });
  });

  it('is read no further once whoever takes its rows gives up', async () => {
    const file = yearFile(bookings);
    const asked: number[] = [];
    const watched: FileBytes = {
      size: file.size,
      read: (from = 0, to) => {
        asked.push(from);
        return file.read(from, to);
      },
    };
    const order = await orderFor(file);
    const giveUp = thread.read(watched, '', order, async () => {
      throw new Error('Der Import wurde abgebrochen.');
    });
    await expect(giveUp).rejects.toThrow('Der Import wurde abgebrochen.');
    expect(Math.max(...asked)).toBeLessThan(file.size - 1024 * 1024);
  });
});

async function orderFor(file: FileBytes): Promise<ReadingOrder> {
  const table = await (await openTables(file)).open('');
  const { head, leave } = await readOpening(table.pieces, 2000);
  await leave();
  const sample = { head, tail: [], fileName: 'buchungen.csv', sheetName: null };
  const { mapping } = detectTable(sample, { today: '2026-11-30', answers: {}, profiles: [], kind: 'bookings' });
  return { mapping, knownLines: null, leavesOutWrongRows: true };
}

async function readHere(file: FileBytes, order: ReadingOrder, { take }: Collector): Promise<RowsRead> {
  const table = await (await openTables(file)).open('');
  return packRows(table, table.pieces, order, take);
}

interface Collector {
  readonly take: (rows: PackedRows) => Promise<void>;
  readonly text: (table: StagedTable) => string;
  readonly portions: () => number;
}

function collector(): Collector {
  const portions: PackedRows[] = [];
  return {
    take: async (rows) => void portions.push(rows),
    text: (table) => Buffer.concat(portions.map((rows) => rows[table])).toString(),
    portions: () => portions.length,
  };
}
