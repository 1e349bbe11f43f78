import { canonicalJson } from './canonical-json';
import { sha256Of, type SigningKey } from './signing-key';

const FORMAT = 'etatlotse-paper/1';
const MARK = '%etatlotse-seal ';
/** Length of a ZIP archive's comment stands in its last two bytes when it has none. */
const COMMENT_LENGTH_BYTES = 2;

/**
 * Signs a printed paper so that it can be verified without this program: what stands behind the last byte of the file names
 * hash, signature and the snapshot of its figures. PDF readers skip it as a comment.
 */
export function sealPdf(file: Buffer, key: SigningKey, snapshotSha256: string): Buffer {
  const signed = Buffer.concat([file, Buffer.from('\n')]);
  return Buffer.concat([signed, Buffer.from(`${sealOf(signed, key, snapshotSha256)}\n`, 'latin1')]);
}

/** The same for a DOCX, as the comment of its archive: the length of the comment is part of what is signed. */
export function sealArchive(file: Buffer, key: SigningKey, snapshotSha256: string): Buffer {
  const length = sealOf(file, key, snapshotSha256).length;
  const signed = Buffer.from(file);
  signed.writeUInt16LE(length, signed.length - COMMENT_LENGTH_BYTES);
  return Buffer.concat([signed, Buffer.from(sealOf(signed, key, snapshotSha256), 'latin1')]);
}

/** The file and the snapshot it names are signed together. Of one length for one key and snapshot. */
function sealOf(file: Buffer, key: SigningKey, snapshot: string): string {
  const signed = Buffer.concat([file, Buffer.from(`\n${snapshot}`)]);
  return `${MARK}${canonicalJson({
    format: FORMAT,
    publicKey: key.publicKey.toString('base64'),
    sha256: sha256Of(signed).toString('hex'),
    signature: key.sign(signed).toString('base64'),
    snapshot,
  })}`;
}
