/**
 * Writes web/src/app/ui/icon/icons.ts from @material-symbols/svg-400 (rounded, Apache-2.0).
 * One icon, one meaning: add a name here, run `node tools/icons.mjs`, commit both.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const source = path.join(root, 'node_modules/@material-symbols/svg-400/rounded');
const target = path.join(root, 'web/src/app/ui/icon/icons.ts');

const NAMES = `
account_balance account_circle account_tree add admin_panel_settings arrow_back arrow_downward arrow_forward
arrow_upward attach_file calendar_month cancel category check check_circle chevron_right close cloud_off compare_arrows
content_copy content_cut contract contrast delete description devices download edit edit_calendar error filter_alt gavel group groups
help history inbox info key keyboard keyboard_arrow_down keyboard_arrow_up link list location_on lock lock_open login logout menu
monitoring more_horiz notifications payments pending person_add policy print receipt_long redo refresh rule save
schedule search send settings shield_person shopping_cart sort space_dashboard stacked_bar_chart swap_horiz table_rows
timeline timer undo upload_file verified visibility warning work
`
  .trim()
  .split(/\s+/);

function shape(name) {
  const svg = readFileSync(path.join(source, `${name}.svg`), 'utf8');
  const paths = [...svg.matchAll(/<path d="([^"]+)"/g)].map((match) => match[1]);
  if (paths.length === 0) throw new Error(`No path in symbol ${name}`);
  return paths.join('');
}

const lines = NAMES.map((name) => `  ${name}:\n    '${shape(name)}',`);
writeFileSync(
  target,
  `/** Written by tools/icons.mjs from Material Symbols (Apache-2.0). Do not edit by hand. */
// prettier-ignore
export const ICONS = {
${lines.join('\n')}
} as const;

export type IconName = keyof typeof ICONS;
`,
);
