// Readers who do not wait for each other, as a process of its own: nothing else of the measurement makes it late. It prints one
// line of JSON. Bytes of the question and of the answer are known beforehand, so that nothing is made or thrown away while it runs.
import net from 'node:net';

const { PORT, PATH_ASKED, PER_SECOND, CONNECTIONS, SECONDS } = process.env;
const perSecond = Number(PER_SECOND);
const lastingMs = Number(SECONDS) * 1000;
const LIMIT_MS = 5000;
const question = Buffer.from(`GET ${PATH_ASKED} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`);
const most = Math.ceil(perSecond * Number(SECONDS)) + 1;
const times = new Float64Array(most);
const late = new Float64Array(most);
let answered = 0;
let sent = 0;

/** How many bytes one answer has; every other one must have as many. */
function answerBytes() {
  return new Promise((done, failed) => {
    const socket = net.connect({ port: Number(PORT), host: '127.0.0.1' });
    let seen = Buffer.alloc(0);
    socket.on('error', failed).once('connect', () => socket.write(question));
    socket.on('data', (data) => {
      seen = Buffer.concat([seen, data]);
      const headEnd = seen.indexOf('\r\n\r\n');
      if (headEnd < 0) return;
      const head = seen.latin1Slice(0, headEnd);
      if (!head.startsWith('HTTP/1.1 200')) return failed(new Error(head));
      socket.destroy();
      done(headEnd + 4 + Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1]));
    });
  });
}

/** One kept connection; answers come in the order of the questions. All of them read into the same bytes. */
function openLine(length, room) {
  const line = { socket: undefined, due: [], left: length };
  const take = (count) => {
    const now = performance.now();
    for (let rest = count; rest > 0;) {
      const part = Math.min(rest, line.left);
      rest -= part;
      line.left -= part;
      if (line.left > 0) break;
      line.left = length;
      times[answered] = now - line.due.shift();
      answered += 1;
    }
    return true;
  };
  return new Promise((opened, failed) => {
    line.socket = net.connect({
      port: Number(PORT),
      host: '127.0.0.1',
      noDelay: true,
      onread: { buffer: room, callback: take },
    });
    line.socket.once('error', failed).once('connect', () => opened(line));
  });
}

/** Sends whatever is due by now, each on the next connection; it counts from the moment it was due, not from when it was sent. */
function sendDue(lines, begin) {
  const now = performance.now() - begin;
  const due = Math.min(Math.floor((Math.min(now, lastingMs) / 1000) * perSecond), most);
  for (; sent < due; sent += 1) {
    const dueAt = begin + (sent / perSecond) * 1000;
    late[sent] = performance.now() - dueAt;
    const line = lines[sent % lines.length];
    line.due.push(dueAt);
    line.socket.write(question);
  }
  return now;
}

function report(lines) {
  for (const { socket } of lines) socket.destroy();
  const sorted = (list, count) => list.subarray(0, count).sort();
  const at = (list, share) => list[Math.min(list.length - 1, Math.floor(list.length * share))];
  const [took, behind] = [sorted(times, answered), sorted(late, sent)];
  const figures = { p50: at(took, 0.5), p99: at(took, 0.99), lateP99: at(behind, 0.99) };
  process.stdout.write(`${JSON.stringify({ perSecond, sent, answered, ...figures })}\n`);
}

const length = await answerBytes();
const room = Buffer.allocUnsafe(1 << 16);
const lines = await Promise.all(Array.from({ length: Number(CONNECTIONS) }, () => openLine(length, room)));
const begin = performance.now();
// Never sleeps: a timer alone would be as late as the answer of an idle server takes.
(function turn() {
  const now = sendDue(lines, begin);
  if (now < lastingMs || (answered < sent && now < lastingMs + LIMIT_MS)) setImmediate(turn);
  else report(lines);
})();
