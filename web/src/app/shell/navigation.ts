import type { RoleName } from '../platform/session.types';
import type { IconName } from '../ui/icon/icons';

export type EntryName =
  | 'overview'
  | 'mine'
  | 'released'
  | 'now'
  | 'lines'
  | 'ownLines'
  | 'forecast'
  | 'planning'
  | 'plans'
  | 'demands'
  | 'decision'
  | 'queue'
  | 'inbox'
  | 'book'
  | 'rules'
  | 'order'
  | 'authority'
  | 'boundYears'
  | 'contracts'
  | 'inventory'
  | 'services'
  | 'systems'
  | 'trainings'
  | 'processes'
  | 'offers'
  | 'desks'
  | 'devices'
  | 'sites'
  | 'projects'
  | 'rollouts'
  | 'outcomes'
  | 'benefits'
  | 'yearEnd'
  | 'capacity'
  | 'tasks'
  | 'load'
  | 'whatIf'
  | 'releases'
  | 'desk'
  | 'posts'
  | 'staffingPlan'
  | 'parameters'
  | 'council'
  | 'meetings'
  | 'papers'
  | 'snapshots'
  | 'readings'
  | 'inYear'
  | 'evidence'
  | 'import'
  | 'reconciliation'
  | 'settings'
  | 'operations'
  | 'users'
  | 'units'
  | 'audit'
  | 'help';
export type GroupName = 'budget' | 'resources' | 'proof' | 'reading';

export interface NavigationEntry {
  readonly name: EntryName;
  readonly path: string;
  readonly icon: IconName;
  readonly group?: GroupName;
  readonly roles: readonly RoleName[];
  /** Pages beside each other: a bar above each of them leads to the others. The first stands at the entry's own address. */
  readonly parts?: readonly NavigationPart[];
  /** Letter after `G`. */
  readonly key?: string;
}

export interface NavigationPart {
  readonly name: EntryName;
  readonly path: string;
  /** Narrower than the roles of the entry. */
  readonly roles?: readonly RoleName[];
  /** Letter after `G`. */
  readonly key?: string;
}

const UNIT_ROLES = ['department_head', 'clerk', 'coordinator'] as const;
const READERS = ['committee', 'council_office'] as const;

/** What is decided while the year runs, and what when it ends. */
const YEAR_PARTS: readonly NavigationPart[] = [
  { name: 'inYear', path: '/authority', key: 'W' },
  { name: 'yearEnd', path: '/year-end', roles: ['finance', 'auditor', 'department_head'] },
];

/** Where the money stands today, at the end of the year, and in the years to come. */
const outlookFrom = (path: string): readonly NavigationPart[] => [
  { name: 'now', path },
  { name: 'forecast', path: '/budget/forecast', key: 'J' },
  { name: 'boundYears', path: '/bound-years', key: 'V' },
];

/** What is undertaken, how far it is spread, what a piece of it costs, and what it brings. */
const UNDERTAKINGS: readonly NavigationPart[] = [
  { name: 'projects', path: '/projects' },
  { name: 'rollouts', path: '/rollouts' },
  { name: 'outcomes', path: '/outcomes' },
  { name: 'benefits', path: '/benefits' },
];
/** What the city's IT has and offers, register by register. */
const INVENTORY: readonly NavigationPart[] = [
  { name: 'services', path: '/services' },
  { name: 'systems', path: '/systems' },
  { name: 'trainings', path: '/trainings' },
  { name: 'processes', path: '/processes' },
  { name: 'offers', path: '/offers' },
  { name: 'desks', path: '/desks' },
  { name: 'devices', path: '/devices' },
  { name: 'sites', path: '/sites' },
];

/** Is there enough time for what comes in: who is there, what there is to do, and the figures it is reckoned with. */
const CAPACITY: readonly NavigationPart[] = [
  { name: 'load', path: '/capacity' },
  { name: 'whatIf', path: '/capacity/what-if' },
  { name: 'posts', path: '/capacity/posts', roles: ['personnel_office', 'auditor'] },
  { name: 'staffingPlan', path: '/capacity/posts/plan', roles: ['finance', ...UNIT_ROLES] },
  { name: 'tasks', path: '/capacity/tasks' },
  { name: 'releases', path: '/capacity/releases' },
  { name: 'desk', path: '/capacity/service-desk' },
  { name: 'parameters', path: '/capacity/parameters' },
  { name: 'import', path: '/import', roles: ['personnel_office', 'department_head'], key: 'I' },
];

/** When bodies meet, what they receive, and what was known then. */
const COUNCIL_PARTS: readonly NavigationPart[] = [
  { name: 'council', path: '/council' },
  { name: 'papers', path: '/council/papers' },
  { name: 'readings', path: '/council/readings', roles: ['finance', 'auditor', 'council_office'], key: 'M' },
  { name: 'snapshots', path: '/council/snapshots', roles: ['finance', 'auditor', 'council_office'] },
];

/** What the next budget is made of: the plans, and what is needed. */
const PLANNING: readonly NavigationPart[] = [
  { name: 'plans', path: '/planning' },
  { name: 'demands', path: '/demands', key: 'N' },
  { name: 'decision', path: '/demands/decide', roles: ['finance', 'auditor'], key: 'D' },
  { name: 'inbox', path: '/inbox', key: 'E' },
];

/** Who sees which entry, top to bottom. The first entry of a role is its landing page. */
export const NAVIGATION: readonly NavigationEntry[] = [
  { name: 'operations', path: '/operations', icon: 'monitoring', roles: ['admin'], key: 'U' },
  {
    name: 'overview',
    path: '/dashboard',
    icon: 'space_dashboard',
    roles: ['finance', 'auditor'],
    parts: outlookFrom('/dashboard'),
    key: 'U',
  },
  {
    name: 'mine',
    path: '/dashboard/mine',
    icon: 'space_dashboard',
    roles: UNIT_ROLES,
    parts: outlookFrom('/dashboard/mine'),
    key: 'U',
  },
  {
    name: 'council',
    path: '/council',
    icon: 'calendar_month',
    roles: ['council_office'],
    parts: COUNCIL_PARTS,
    key: 'S',
  },
  { name: 'released', path: '/dashboard/released', icon: 'space_dashboard', roles: READERS, key: 'U' },
  { name: 'papers', path: '/council/papers', icon: 'description', roles: ['committee'] },
  { name: 'readings', path: '/council/readings', icon: 'gavel', roles: ['committee'] },
  { name: 'snapshots', path: '/council/snapshots', icon: 'history', roles: ['committee'] },
  { name: 'meetings', path: '/council', icon: 'calendar_month', roles: ['committee'], key: 'S' },
  {
    name: 'lines',
    path: '/budget/lines',
    icon: 'table_rows',
    group: 'budget',
    roles: ['finance', 'auditor'],
    key: 'Z',
  },
  { name: 'queue', path: '/demands/queue', icon: 'rule', roles: ['reviewer'], key: 'N' },
  { name: 'demands', path: '/demands', icon: 'list', roles: UNIT_ROLES, key: 'N' },
  { name: 'inbox', path: '/inbox', icon: 'inbox', roles: [...UNIT_ROLES, 'reviewer'], key: 'E' },
  { name: 'ownLines', path: '/budget/lines', icon: 'table_rows', roles: UNIT_ROLES, key: 'Z' },
  {
    name: 'planning',
    path: '/planning',
    icon: 'edit_calendar',
    group: 'budget',
    roles: ['finance', 'auditor'],
    parts: PLANNING,
    key: 'P',
  },
  { name: 'book', path: '/budget/book', icon: 'receipt_long', group: 'budget', roles: ['finance'], key: 'O' },
  { name: 'order', path: '/budget/book', icon: 'receipt_long', roles: ['clerk'], key: 'O' },
  {
    name: 'authority',
    path: '/authority',
    icon: 'account_balance',
    group: 'budget',
    roles: ['finance', 'auditor'],
    parts: YEAR_PARTS,
    key: 'W',
  },
  {
    name: 'authority',
    path: '/authority',
    icon: 'account_balance',
    roles: [...UNIT_ROLES, 'council_office'],
    parts: YEAR_PARTS,
    key: 'W',
  },
  { name: 'capacity', path: '/capacity', icon: 'groups', roles: ['personnel_office'], parts: CAPACITY, key: 'K' },
  {
    name: 'capacity',
    path: '/capacity',
    icon: 'groups',
    group: 'resources',
    roles: ['finance', 'auditor'],
    parts: CAPACITY,
    key: 'K',
  },
  { name: 'capacity', path: '/capacity', icon: 'groups', roles: UNIT_ROLES, parts: CAPACITY, key: 'K' },
  {
    name: 'projects',
    path: '/projects',
    icon: 'work',
    group: 'resources',
    roles: ['finance', 'auditor'],
    parts: UNDERTAKINGS,
    key: 'H',
  },
  { name: 'projects', path: '/projects', icon: 'work', roles: UNIT_ROLES, parts: UNDERTAKINGS, key: 'H' },
  {
    name: 'contracts',
    path: '/contracts',
    icon: 'contract',
    group: 'resources',
    roles: ['finance', 'auditor'],
    key: 'T',
  },
  { name: 'contracts', path: '/contracts', icon: 'contract', roles: UNIT_ROLES, key: 'T' },
  {
    name: 'inventory',
    path: '/services',
    icon: 'category',
    group: 'resources',
    roles: ['finance', 'auditor'],
    parts: INVENTORY,
    key: 'B',
  },
  { name: 'inventory', path: '/services', icon: 'category', roles: UNIT_ROLES, parts: INVENTORY, key: 'B' },
  {
    name: 'council',
    path: '/council',
    icon: 'calendar_month',
    group: 'proof',
    roles: ['finance', 'auditor'],
    parts: COUNCIL_PARTS,
    key: 'S',
  },
  {
    name: 'council',
    path: '/council',
    icon: 'calendar_month',
    roles: ['department_head', 'coordinator'],
    parts: COUNCIL_PARTS,
    key: 'S',
  },
  {
    name: 'evidence',
    path: '/import',
    icon: 'verified',
    group: 'proof',
    roles: ['finance', 'auditor'],
    parts: [
      { name: 'import', path: '/import', key: 'I' },
      { name: 'reconciliation', path: '/reconciliation', key: 'A' },
    ],
  },
  { name: 'users', path: '/organization/users', icon: 'group', roles: ['admin'] },
  { name: 'units', path: '/organization/units', icon: 'account_tree', roles: ['admin'] },
  { name: 'rules', path: '/authority/rules', icon: 'rule', roles: ['admin'] },
  { name: 'audit', path: '/audit', icon: 'policy', group: 'proof', roles: ['auditor'] },
  { name: 'audit', path: '/audit', icon: 'policy', roles: ['admin'] },
  { name: 'settings', path: '/settings', icon: 'settings', roles: ['admin'] },
  { name: 'settings', path: '/settings', icon: 'settings', group: 'proof', roles: ['finance', 'auditor'] },
  { name: 'help', path: '/help', icon: 'help', roles: ['committee', 'council_office', 'reviewer', 'personnel_office'] },
];

export interface NavigationGroup {
  readonly name: GroupName | null;
  readonly entries: readonly NavigationEntry[];
}

/** The entries of these roles, each address once, gathered under their group heads in table order. */
export function navigationOf(roles: readonly RoleName[]): readonly NavigationGroup[] {
  const groups: { name: GroupName | null; entries: NavigationEntry[] }[] = [];
  const seen = new Set<string>();
  for (const entry of NAVIGATION) {
    if (seen.has(entry.path) || !entry.roles.some((role) => roles.includes(role))) continue;
    seen.add(entry.path);
    const name = entry.group ?? null;
    const last = groups.find((group) => group.name === name && (name !== null || group === groups.at(-1)));
    if (last) last.entries.push(entry);
    else groups.push({ name, entries: [entry] });
  }
  return groups;
}

/** First pages that go by the name of their section where they stand alone. */
const NAMED_AS_SECTION: readonly EntryName[] = ['now', 'inYear', 'load', 'plans'];

/** Every page that the entries and the bars of sections lead to, for the search and the keyboard. */
export function destinationsOf(roles: readonly RoleName[]): readonly (NavigationPart & { icon: IconName })[] {
  return navigationOf(roles)
    .flatMap((group) => group.entries)
    .flatMap((entry) => {
      const parts = partsOf(entry, roles);
      return parts.length === 0 ? [entry] : parts.map((part) => destination(entry, part));
    });
}

/** A page of a section as somebody finds it; the letter of the section leads to its first page. */
function destination(entry: NavigationEntry, part: NavigationPart): NavigationPart & { icon: IconName } {
  if (part.path !== entry.path) return { ...part, icon: entry.icon };
  const first = NAMED_AS_SECTION.includes(part.name) ? entry : { ...part, icon: entry.icon };
  const key = part.key ?? entry.key;
  return key === undefined ? first : { ...first, key };
}

/** The entry to which a page belongs. */
export function entryOf(page: string, roles: readonly RoleName[]): NavigationEntry | undefined {
  return navigationOf(roles)
    .flatMap((group) => group.entries)
    .find((entry) => [entry, ...partsOf(entry, roles)].some((part) => isBelow(page, part.path)));
}

/** Whether a page belongs to an address: stands there or, but for the overviews, below it. */
export function isBelow(page: string, address: string): boolean {
  return page === address || (!address.startsWith('/dashboard') && page.startsWith(`${address}/`));
}

/** The pages of a section that these roles may see; none where there is only one. */
export function partsOf(entry: NavigationEntry, roles: readonly RoleName[]): readonly NavigationPart[] {
  const parts = (entry.parts ?? []).filter((part) => !part.roles || part.roles.some((role) => roles.includes(role)));
  return parts.length > 1 ? parts : [];
}

/** Where a role begins its day. */
export function landingOf(roles: readonly RoleName[]): string {
  return navigationOf(roles)[0]?.entries[0]?.path ?? '/help';
}
