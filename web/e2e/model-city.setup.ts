import { findWindowless } from '../../tools/browser.mjs';
import { makeModelCity } from './city';

/** Once for all journeys: setting up the sample city takes its time, a copy of it does not. Nor does a browser that is unpacked. */
export default async function setUp(): Promise<void> {
  process.env['ETATLOTSE_BROWSER'] ||= (await findWindowless()) ?? '';
  await makeModelCity();
}
