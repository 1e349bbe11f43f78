import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { limitBodyTime } from './body-time';

describe('a body that trickles in', () => {
  let server: FastifyInstance;

  beforeAll(async () => {
    server = Fastify();
    limitBodyTime(server, { commandMs: 100, uploadMs: 60_000 });
    server.addContentTypeParser('*', { parseAs: 'string' }, async (_: unknown, body: string) => body);
    server.post('/', async ({ body }) => body);
    await server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => server.close());

  /** Sends a head and the first half of a body of eight letters. */
  const begin = async (contentType: string): Promise<Socket> => {
    const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(`POST / HTTP/1.1\r\nHost: here\r\nContent-Type: ${contentType}\r\nContent-Length: 8\r\n\r\nhalf`);
    return socket;
  };

  it('ends the connection of a command, while a file may take longer', async () => {
    const [command, upload] = await Promise.all([begin('application/json'), begin('multipart/form-data; boundary=x')]);
    await once(command, 'close');
    upload.write('done');
    const [answer] = (await once(upload, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 200 [^]*halfdone$/);
    upload.destroy();
  });
});
