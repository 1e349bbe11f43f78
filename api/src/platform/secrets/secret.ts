import { createHash, createHmac } from 'node:crypto';

/** What the database keeps of a secret: sessions, tokens and links have 256 random bits, so a plain hash will do. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret, 'utf8').digest();

/**
 * The token a browser sends with each change. It follows from the session's secret, so a reloaded page gets the same one
 * again and nothing but hashes is stored; the cookie itself stays unreadable for scripts.
 */
export const csrfTokenOf = (sessionSecret: string): string =>
  createHmac('sha256', sessionSecret).update('etatlotse csrf').digest('base64url');
