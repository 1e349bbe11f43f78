// A keep-alive HTTP client that costs little, so that it does not become what is measured.
import net from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');

/** The bytes of a request. `headers` is a list of `Name: value`. */
export function request(method, path, headers = [], body = '') {
  const length = body === '' ? [] : ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`];
  return [`${method} ${path} HTTP/1.1`, 'Host: 127.0.0.1', ...headers, ...length, '', body].join('\r\n');
}

/**
 * Keeps `connections` busy for `seconds`: each sends the next request when the last one is answered.
 * @param next makes the bytes of the next request; undefined ends the connection's work
 * @param onAnswer sees status and body of each answer, if given
 * @returns answers by status, the rate of those below 400 per second, and times in milliseconds
 */
export async function drive({ port, connections, seconds, next, onAnswer }) {
  const statuses = new Map();
  const times = [];
  const begin = performance.now();
  const end = begin + seconds * 1000;
  const record = (status, body, milliseconds) => {
    if (performance.now() <= end) {
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      times.push(milliseconds);
    }
    onAnswer?.(status, body);
  };
  await Promise.all(Array.from({ length: connections }, () => converse({ port, end, next, record })));
  times.sort((a, b) => a - b);
  const good = [...statuses].filter(([status]) => status < 400).reduce((sum, [, count]) => sum + count, 0);
  return {
    statuses: Object.fromEntries(statuses),
    count: times.length,
    perSecond: good / seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}

/** One connection: question, answer, question. */
function converse({ port, end, next, record }) {
  return new Promise((done, fail) => {
    const socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
    let waiting = Buffer.alloc(0);
    let sentAt = 0;
    const ask = () => {
      const bytes = performance.now() < end ? next() : undefined;
      if (bytes === undefined) return socket.end(done);
      sentAt = performance.now();
      socket.write(bytes);
    };
    socket.once('connect', ask);
    socket.once('error', fail);
    socket.once('close', () => done());
    socket.on('data', (data) => {
      waiting = waiting.length === 0 ? data : Buffer.concat([waiting, data]);
      const answer = wholeAnswer(waiting);
      if (!answer) return;
      waiting = Buffer.alloc(0);
      record(answer.status, answer.body, performance.now() - sentAt);
      ask();
    });
  });
}

/** Status and body once all of it has come; every server measured here says the length. */
function wholeAnswer(data) {
  const headEnd = data.indexOf(HEAD_END);
  if (headEnd < 0) return undefined;
  const head = data.latin1Slice(0, headEnd);
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1]);
  if (Number.isNaN(length)) throw new Error(`An answer without a length:\n${head}`);
  const bodyStart = headEnd + HEAD_END.length;
  if (data.length < bodyStart + length) return undefined;
  return { status: Number(head.slice(9, 12)), body: data.subarray(bodyStart, bodyStart + length) };
}

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
