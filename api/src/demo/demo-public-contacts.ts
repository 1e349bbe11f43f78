import type { Transaction } from '../platform/database/transactions';
import { setPublicContact } from '../tenant/use-cases/set-public-contact';

/** Whom readers of the sample city's public page write to; made up, and saying so. */
export async function seedPublicContacts(tx: Transaction): Promise<void> {
  await setPublicContact(tx, 'city', {
    name: 'Stadt Löwenstadt, Pressestelle (Demo)',
    address: 'Demoplatz 1\n38100 Löwenstadt',
    email: 'barrierefrei@loewenstadt.example',
    source: 'Demo, erfundene Stelle',
    version: 0,
  });
  await setPublicContact(tx, 'enforcement', {
    name: 'Schlichtungsstelle (Demo)',
    address: 'Demoweg 2\n30159 Hannover',
    email: 'schlichtung@land.example',
    source: 'Demo, erfundene Anschrift',
    version: 0,
  });
}
