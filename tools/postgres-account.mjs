// PostgreSQL refuses to run as root. This finds the account it runs under instead.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { PlainError } from './data-folder.mjs';

const NOBODY = 65534;

/**
 * How to run the server so that it can read its programs and own its folder:
 * - a normal user runs it as is;
 * - root gives the folder to `postgres` or `nobody` and runs it as that user;
 * - root whose files no other user can reach (a checkout under /root) runs it in a user namespace,
 *   where it is nobody inside while all files stay with root outside.
 * Returns `wrap(command, args)` for spawn, the spawn options, and `own(path)`, which hands a path to the account.
 */
export function chooseAccount({ programs, folder }) {
  if (process.getuid?.() !== 0) {
    requireOwner(folder);
    return { kind: 'self', wrap: (command, args) => [command, args], options: {}, own: () => {} };
  }
  const owner = fs.statSync(folder, { throwIfNoEntry: false })?.uid;
  const reachable = [programs, path.dirname(folder)].every(isReachableForAll);
  if (owner !== 0 && reachable) return droppedAccount(owner);
  return namespaceAccount();
}

function droppedAccount(owner) {
  const account = owner === undefined ? (lookUp('postgres') ?? lookUp('nobody')) : lookUp(owner);
  if (!account) {
    throw new PlainError(
      'PostgreSQL darf nicht als root laufen, und auf diesem System gibt es weder den Benutzer "postgres" noch "nobody". ' +
        'Starten Sie bitte als normaler Benutzer oder setzen Sie DATABASE_URL auf eine vorhandene Datenbank.',
    );
  }
  return {
    kind: 'dropped',
    wrap: (command, args) => [command, args],
    options: { uid: account.uid, gid: account.gid },
    own: (target) => fs.chownSync(target, account.uid, account.gid),
  };
}

function namespaceAccount() {
  const prefix = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];
  if (process.platform !== 'linux' || spawnSync('unshare', [...prefix, 'true']).status !== 0) {
    throw new PlainError(
      'PostgreSQL darf nicht als root laufen, und dieser Ordner ist für andere Benutzer nicht erreichbar. ' +
        'Legen Sie Programm und Datenordner außerhalb von /root ab, starten Sie als normaler Benutzer ' +
        'oder setzen Sie DATABASE_URL auf eine vorhandene Datenbank.',
    );
  }
  return {
    kind: 'namespace',
    wrap: (command, args) => ['unshare', [...prefix, command, ...args]],
    options: {},
    own: () => {},
  };
}

function requireOwner(folder) {
  const owner = fs.statSync(folder, { throwIfNoEntry: false })?.uid;
  if (owner === undefined || process.getuid === undefined || owner === process.getuid()) return;
  throw new PlainError(
    `Der Datenordner ${folder} gehört einem anderen Benutzer. ` +
      'Starten Sie als dieser Benutzer (oder als root) oder wählen Sie mit ETATLOTSE_DATA_DIR einen anderen Ordner.',
  );
}

/** True when every folder on the way may be entered by any user. */
function isReachableForAll(target) {
  for (let folder = existing(target); ; folder = path.dirname(folder)) {
    if ((fs.statSync(folder).mode & 0o001) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

function existing(target) {
  let folder = path.resolve(target);
  while (!fs.existsSync(folder)) folder = path.dirname(folder);
  return fs.realpathSync(folder);
}

/** The server looks its user up by number, so only users with an entry will do. */
function lookUp(user) {
  const answer = (flag) => spawnSync('id', [flag, String(user)], { encoding: 'utf8' });
  const [uid, gid] = [answer('-u'), answer('-g')];
  return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : undefined;
}
