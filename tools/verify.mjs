// Verifies a snapshot or an exported paper without the program: hash and signature (Ed25519), nothing but Node.
// Usage: npm run verify -- <file> [--key <fingerprint>]
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const SNAPSHOT_FILE = 'etatlotse-snapshot-file/1';
const PAPER_SEAL = 'etatlotse-paper/1';
/** What stands behind the last byte of a sealed PDF and, as the comment of the archive, of a sealed DOCX. */
const SEAL = /%etatlotse-seal (\{[^\n]*\})\n?$/;

const [file, ...more] = process.argv.slice(2);
if (file === undefined) end(2, 'Bitte die Datei nennen: npm run verify -- <Datei> [--key <Fingerabdruck>]');
const wantedKey = more[0] === '--key' ? more[1] : undefined;

let bytes;
try {
  bytes = readFileSync(file);
} catch {
  end(2, `Die Datei ${file} lässt sich nicht lesen.`);
}
const found = bytes[0] === 0x7b ? readSnapshot(bytes) : readPaper(bytes);
if (found === null) end(1, 'Weder ein Stand noch eine versiegelte Vorlage, oder die Datei wurde verändert.');
check(found);

function check({ signed, signature, publicKey, sha256, facts }) {
  const fingerprint = createHash('sha256').update(publicKey).digest('hex').slice(0, 16);
  const computed = createHash('sha256').update(signed).digest('hex');
  if (computed !== sha256) end(1, `VERÄNDERT: Die Prüfsumme ist ${computed}, in der Datei steht ${sha256}.`);
  if (!isSigned(signed, publicKey, signature)) end(1, 'VERÄNDERT: Die Unterschrift passt nicht zum Inhalt.');
  if (wantedKey !== undefined && wantedKey !== fingerprint) {
    end(1, `Mit einem anderen Schlüssel unterschrieben: ${fingerprint} statt ${wantedKey}.`);
  }
  console.log(`${path.basename(file)} ist unverändert.`);
  for (const [name, value] of [...facts, ['Prüfsumme', sha256], ['Schlüssel', fingerprint]]) {
    console.log(`  ${`${name}:`.padEnd(22)}${value}`);
  }
  if (wantedKey === undefined) {
    console.log('Vergleichen Sie den Schlüssel mit dem, den die Stadt bekannt gibt, oder nennen Sie ihn mit --key.');
  }
}

/** The whole file is canonical text, so that no byte of it is outside the check. */
function readSnapshot(raw) {
  let parsed;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw));
  } catch {
    return null;
  }
  const { content, format, publicKey, sha256, signature } = parsed;
  if (format !== SNAPSHOT_FILE || `${canonical(parsed)}\n` !== raw.toString('utf8')) return null;
  return {
    signed: Buffer.from(canonical(content), 'utf8'),
    ...keysOf({ publicKey, signature }),
    sha256,
    facts: [
      ['Stadt', content.city],
      ['Haushaltsjahr', content.fiscalYear],
      ['Sitzung', content.meeting === null ? 'keine' : `${content.meeting.body}, ${content.meeting.heldOn}`],
      ['Buchungen bis', content.ledgerAsOf],
      ['Register vom', content.registersAsOf],
      ['Eingefroren', content.frozenAt],
    ],
  };
}

/** A sealed paper: its bytes up to the seal are what was signed. */
function readPaper(raw) {
  const tail = raw.subarray(Math.max(0, raw.length - 2000)).toString('latin1');
  const match = SEAL.exec(tail);
  if (match === null) return null;
  let seal;
  try {
    seal = JSON.parse(match[1]);
  } catch {
    return null;
  }
  // The file and the snapshot it names were signed together.
  const signed = Buffer.concat([raw.subarray(0, raw.length - match[0].length), Buffer.from(`\n${seal.snapshot}`)]);
  // The seal has one form only, so that no byte of it is outside the check either.
  const isWhole = seal.format === PAPER_SEAL && canonical(seal) === match[1];
  return !isWhole
    ? null
    : {
        signed,
        ...keysOf(seal),
        sha256: seal.sha256,
        facts: [['Zahlen aus Stand', seal.snapshot === '' ? 'keinem' : seal.snapshot]],
      };
}

function keysOf({ publicKey, signature }) {
  return { publicKey: decoded(publicKey), signature: decoded(signature) };
}

/** Base64 in its one form: the unused bits of its last letter would otherwise be outside the check. */
function decoded(text) {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : Buffer.alloc(0);
}

function isSigned(signed, publicKey, signature) {
  try {
    return verify(null, signed, createPublicKey({ key: publicKey, format: 'der', type: 'spki' }), signature);
  } catch {
    return false;
  }
}

/** Keys in code-unit order, no blanks, whole numbers: the same text that the program signs. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .sort(([first], [second]) => (first < second ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}

function end(code, sentence) {
  console.error(sentence);
  process.exit(code);
}
