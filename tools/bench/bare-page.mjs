// The yardstick of the public page: node:http that answers the same bytes under the same headers, and does nothing else.
import fs from 'node:fs';
import { createServer } from 'node:http';

const { headers, body } = JSON.parse(fs.readFileSync(process.env.ANSWER_FILE, 'utf8'));
const bytes = Buffer.from(body, 'utf8');

createServer((_, answer) => answer.writeHead(200, headers).end(bytes)).listen(Number(process.env.PORT), '127.0.0.1');
