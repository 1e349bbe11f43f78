import { Injectable } from '@angular/core';

const DATABASE = 'etatlotse-kept';
const STORE = 'texts';
const ITERATIONS = 1000;

/**
 * Text that the server does not have yet. It stays in the page's memory, also over an expired login, and in the browser's
 * database, encrypted with a key that only the login session holds: after a crash of the page it comes back, after a logout
 * nothing of it is left.
 */
@Injectable({ providedIn: 'root' })
export class KeptText {
  private readonly memory = new Map<string, unknown>();

  async keep(name: string, value: unknown, sessionKey: string | null): Promise<void> {
    this.memory.set(name, value);
    const store = await open('readwrite');
    if (store === null || sessionKey === null) return;
    const sealed = await seal(JSON.stringify(value), sessionKey, name).catch(() => null);
    if (sealed !== null) (await open('readwrite'))?.put(sealed, name);
  }

  /** What was kept, from memory or, where the key still opens it, from the browser's database. */
  async read(name: string, sessionKey: string | null): Promise<unknown> {
    if (this.memory.has(name)) return this.memory.get(name);
    const store = await open('readonly');
    if (store === null || sessionKey === null) return null;
    const sealed = await answered(store.get(name) as IDBRequest<Sealed | undefined>).catch(() => undefined);
    if (sealed === undefined) return null;
    const text = await unseal(sealed, sessionKey, name).catch(() => null);
    return text === null ? null : (JSON.parse(text) as unknown);
  }

  /** The server has it. */
  async drop(name: string): Promise<void> {
    this.memory.delete(name);
    (await open('readwrite'))?.delete(name);
  }

  /** At logout. */
  forget(): void {
    this.memory.clear();
    globalThis.indexedDB?.deleteDatabase(DATABASE);
  }
}

interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly content: ArrayBuffer;
}

/** Null where the browser has no database, or forbids it. */
async function open(mode: IDBTransactionMode): Promise<IDBObjectStore | null> {
  if (globalThis.indexedDB === undefined || globalThis.crypto?.subtle === undefined) return null;
  try {
    const request = globalThis.indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    const database = await answered(request);
    const transaction = database.transaction(STORE, mode);
    transaction.oncomplete = () => database.close();
    return transaction.objectStore(STORE);
  } catch {
    return null;
  }
}

function answered<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser keeps nothing.'));
  });
}

async function keyOf(sessionKey: string, name: string): Promise<CryptoKey> {
  const bytes = new TextEncoder();
  const base = await crypto.subtle.importKey('raw', bytes.encode(sessionKey), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: bytes.encode(name), iterations: ITERATIONS },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

async function seal(text: string, sessionKey: string, name: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await keyOf(sessionKey, name);
  return { iv, content: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(text)) };
}

async function unseal({ iv, content }: Sealed, sessionKey: string, name: string): Promise<string> {
  const key = await keyOf(sessionKey, name);
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, content));
}
