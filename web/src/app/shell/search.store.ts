import { computed, inject, Injectable, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type {
  FoundContract,
  FoundDevices,
  FoundLine,
  FoundProject,
  FoundRecord,
  FoundSite,
  FoundUnit,
  SearchedRegister,
  SearchResult,
} from '@etatlotse/contracts/search/plain';
import { catchError, debounceTime, map, of, startWith, switchMap } from 'rxjs';
import { FiscalYear } from '../platform/fiscal-year';
import { SessionStore } from '../platform/session.store';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import type { IconName } from '../ui/icon/icons';
import { unknownLabels } from '../ui/unknown/unknown.labels';
import { destinationsOf } from './navigation';
import { SearchClient } from './search.client';
import { shellLabels } from './shell.labels';

/** One row under the search box: a page, or a record of any kind. */
export interface Finding {
  readonly key: string;
  readonly icon: IconName;
  readonly title: string;
  readonly detail: string;
  readonly link: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
}

const WAIT_MS = 180;
const SHORTEST = 2;

@Injectable()
export class SearchStore {
  private readonly client = inject(SearchClient);
  private readonly year = inject(FiscalYear);
  private readonly session = inject(SessionStore);

  readonly text = signal('');
  private readonly trimmed = computed(() => this.text().trim());
  private readonly answer = toSignal(
    toObservable(this.trimmed).pipe(
      debounceTime(WAIT_MS),
      switchMap((text) =>
        text.length < SHORTEST
          ? of(NOTHING)
          : this.client.find(text, this.year.year()).pipe(
              map((found) => ({ text, findings: findingsOf(found), hasFailed: false })),
              catchError(() => of({ text, findings: [], hasFailed: true })),
              startWith(NOTHING),
            ),
      ),
    ),
    { initialValue: NOTHING },
  );

  readonly findings = computed<readonly Finding[]>(() => [...this.pages(), ...this.answer().findings]);
  readonly hasFailed = computed(() => this.answer().hasFailed);
  /** Something was asked, the answer is for this very text, and there is nothing. */
  readonly isEmpty = computed(
    () => this.trimmed().length >= SHORTEST && this.answer().text === this.trimmed() && this.findings().length === 0,
  );

  private pages(): readonly Finding[] {
    const text = this.trimmed().toLowerCase();
    const entries = destinationsOf(this.session.roles().map((entry) => entry.role));
    return entries
      .map((entry) => ({ entry, title: shellLabels().entries[entry.name] }))
      .filter(({ title }) => text !== '' && title.toLowerCase().includes(text))
      .map(({ entry, title }) => ({ key: entry.path, icon: entry.icon, title, detail: '', link: [entry.path] }));
  }
}

interface Answer {
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly hasFailed: boolean;
}

const NOTHING: Answer = { text: '', findings: [], hasFailed: false };

function findingsOf(found: SearchResult): readonly Finding[] {
  return [
    ...found.lines.rows.map(lineFinding),
    ...found.projects.rows.map(projectFinding),
    ...found.contracts.rows.map(contractFinding),
    ...found.sites.rows.map(siteFinding),
    ...found.devices.rows.map(devicesFinding),
    ...found.records.rows.map(recordFinding),
    ...found.units.rows.map(unitFinding),
  ];
}

function lineFinding(line: FoundLine): Finding {
  const available = line.availableCents === null ? unknownLabels().unknown : formatEuro(line.availableCents);
  return {
    key: line.id,
    icon: 'table_rows',
    title: line.name,
    detail: [line.number, line.unitCode, `${shellLabels().available} ${available}`].filter(Boolean).join(' · '),
    link: ['/budget/lines', line.id],
  };
}

function projectFinding({ id, name, key, level, isClosed }: FoundProject): Finding {
  const { levels, closed } = shellLabels().found;
  const detail = [levels[level], key, isClosed ? closed : ''].filter(Boolean).join(' · ');
  return { key: id, icon: 'work', title: name, detail, link: ['/projects', id] };
}

function contractFinding({ id, subject, number, vendor, isOver }: FoundContract): Finding {
  const { contract, over } = shellLabels().found;
  const detail = [contract, number, vendor, isOver ? over : ''].filter(Boolean).join(' · ');
  return { key: id, icon: 'contract', title: subject, detail, link: ['/contracts', id] };
}

function siteFinding({ id, number, name, kind, isClosed }: FoundSite): Finding {
  const { site, school, siteClosed } = shellLabels().found;
  const detail = [kind === 'school' ? school : site, number, isClosed ? siteClosed : ''].filter(Boolean).join(' · ');
  return { key: id, icon: 'location_on', title: name, detail, link: ['/sites', id] };
}

function devicesFinding({ id, kind, inventoryNumber, left, boughtOn, site }: FoundDevices): Finding {
  const { devices, gone } = shellLabels().found;
  const count = left === 0 ? gone : devices(formatNumber(left), formatDate(boughtOn));
  return {
    key: id,
    icon: 'devices',
    title: kind,
    detail: [count, inventoryNumber, site].filter(Boolean).join(' · '),
    link: ['/devices', id],
  };
}

const REGISTER_PATHS: Readonly<Record<SearchedRegister, string>> = {
  service: '/services',
  system: '/systems',
  training: '/trainings',
  process: '/processes',
  offer: '/offers',
  desk: '/desks',
};

function recordFinding({ id, register, name }: FoundRecord): Finding {
  const detail = shellLabels().found.registers[register];
  return { key: id, icon: 'category', title: name, detail, link: [REGISTER_PATHS[register], id] };
}

function unitFinding(unit: FoundUnit): Finding {
  return {
    key: unit.id,
    icon: 'account_tree',
    title: `${unit.code} ${unit.name}`,
    detail: shellLabels().linesOfUnit,
    link: ['/budget/lines'],
    query: { unit: unit.id },
  };
}
