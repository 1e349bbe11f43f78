import type { FastifyInstance } from 'fastify';

/** How long a body may take to arrive, in milliseconds: a form or command, and a file that somebody uploads. */
export interface BodyTimes {
  readonly commandMs: number;
  readonly uploadMs: number;
}

/** Ten minutes carry 64 MB over a line of one megabit a second. */
export const BODY_TIMES: BodyTimes = { commandMs: 30_000, uploadMs: 600_000 };

/**
 * Ends connections whose body trickles in, so that nobody holds them by being slow. Files have a time of their own: an
 * office with a thin line uploads longer than any command takes.
 */
export function limitBodyTime(server: FastifyInstance, { commandMs, uploadMs }: BodyTimes): void {
  server.addHook('onRequest', async ({ raw, headers }) => {
    const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
    if (!hasBody) return;
    const isUpload = headers['content-type']?.startsWith('multipart/') === true;
    const timer = setTimeout(() => raw.destroy(), isUpload ? uploadMs : commandMs);
    const settle = (): void => clearTimeout(timer);
    raw.once('end', settle).once('close', settle);
  });
}
