import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Signs with the city's key (Ed25519). The key lies in a file outside the database, so a changed database proves nothing. */
export class SigningKey {
  private constructor(
    private readonly secret: KeyObject,
    /** What anybody verifies with: DER of the public key. */
    readonly publicKey: Buffer,
  ) {}

  /** Reads the key, or makes one where there is none yet. Two processes that start at once end up with the same one. */
  static load(file: string): SigningKey {
    if (!existsSync(file)) create(file);
    const secret = createPrivateKey(readFileSync(file));
    return new SigningKey(secret, createPublicKey(secret).export({ type: 'spki', format: 'der' }));
  }

  sign(bytes: Buffer): Buffer {
    return sign(null, bytes, this.secret);
  }
}

function create(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ed25519');
  try {
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { flag: 'wx', mode: 0o600 });
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  }
}

/** Short name of a key, to compare by eye. */
export const fingerprintOf = (publicKey: Buffer): string =>
  createHash('sha256').update(publicKey).digest('hex').slice(0, 16);

export const sha256Of = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
