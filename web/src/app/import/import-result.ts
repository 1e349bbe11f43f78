import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ImportKind, ImportRun } from '@etatlotse/contracts/import/plain';
import { Permissions } from '../platform/permission';
import { Button } from '../ui/button/button';
import type { IconName } from '../ui/icon/icons';
import { Icon } from '../ui/icon/icon';
import { ImportEffectsList } from './import-effects';
import { ImportUndo } from './import-undo';
import { resultLabels } from './result.labels';

interface Way {
  readonly icon: IconName;
  readonly text: string;
  readonly link: readonly string[];
  readonly query: Readonly<Record<string, string | number>>;
}

/** What a committed import has brought, the ways to it, and the way back. */
@Component({
  selector: 'et-import-result',
  imports: [Button, Icon, ImportEffectsList, ImportUndo, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ t().done }}</h2>
    @if (run().effects; as effects) {
      <et-import-effects [effects]="effects" />
    }
    <ul class="et-import__ways">
      @for (way of ways(); track way.text) {
        <li>
          <et-icon [name]="way.icon" />
          <a [routerLink]="way.link" [queryParams]="way.query" queryParamsHandling="merge">{{ way.text }}</a>
        </li>
      }
    </ul>
    @if (mayUndo()) {
      <h3 class="et-section">{{ t().undoTitle }}</h3>
      <p class="et-small et-muted">{{ t().undoText }}</p>
      <div class="et-actions et-actions--below">
        <button type="button" etButton="secondary" icon="undo" (click)="isAsking.set(true)">{{ t().undo }}</button>
      </div>
    }
    @if (isAsking()) {
      <et-import-undo
        [heading]="t().undoAsk"
        [name]="run().fileName"
        [movements]="run().effects?.movements ?? 0"
        (confirmed)="takeBack($event)"
        (closed)="isAsking.set(false)"
      />
    }`,
})
export class ImportResult {
  readonly run = input.required<ImportRun>();
  readonly mayUndo = input(false);
  /** With the reason, which may be empty. */
  readonly undone = output<string>();
  private readonly permissions = inject(Permissions);
  protected readonly t = resultLabels;
  protected readonly isAsking = signal(false);
  protected readonly ways = computed((): Way[] => {
    const { effects, preview, id, kind } = this.run();
    const words = this.t();
    const year = yearOf(this.run());
    const ofYear: Record<string, number> = year === null ? {} : { year };
    const ways: Way[] = [];
    const register = kind === null ? null : registerWay(kind, ofYear, this.permissions.has('staffing.read'));
    if (register !== null) ways.push(register);
    else if (kind !== 'organization') {
      ways.push({ icon: 'table_rows', text: words.toLines, link: ['/budget/lines'], query: ofYear });
    }
    if ((effects?.planAmounts ?? 0) > 0 && preview?.plan) {
      ways.push({ icon: 'edit_calendar', text: words.toPlan, link: ['/planning'], query: ofYear });
    }
    if (effects && effects.unitsCreated + effects.unitsUpdated > 0) {
      ways.push({ icon: 'account_tree', text: words.toUnits, link: ['/organization/units'], query: {} });
    }
    if ((effects?.clearingItems ?? 0) > 0) {
      ways.push({
        icon: 'rule',
        text: words.toClearing,
        link: ['/reconciliation'],
        query: { ...ofYear, importId: id },
      });
    }
    return ways;
  });

  protected takeBack(reason: string): void {
    this.isAsking.set(false);
    this.undone.emit(reason);
  }
}

/** Where the records of a register are to be seen. */
function registerWay(kind: ImportKind, ofYear: Record<string, number>, seesPosts: boolean): Way | null {
  const words = resultLabels();
  const ways: Partial<Record<ImportKind, Way>> = {
    contracts: { icon: 'contract', text: words.toContracts, link: ['/contracts'], query: {} },
    projects: { icon: 'work', text: words.toProjects, link: ['/projects'], query: {} },
    // Whoever brings posts need not see who is away: then the year of the units is what there is to see.
    posts: {
      icon: 'groups',
      text: seesPosts ? words.toPosts : words.toCapacity,
      link: [seesPosts ? '/capacity/posts' : '/capacity'],
      query: {},
    },
    staffing_plan: { icon: 'groups', text: words.toStaffingPlan, link: ['/capacity/posts/plan'], query: ofYear },
    devices: { icon: 'devices', text: words.toDevices, link: ['/devices'], query: {} },
    sites: { icon: 'location_on', text: words.toSites, link: ['/sites'], query: {} },
    volumes: { icon: 'groups', text: words.toTasks, link: ['/capacity/tasks'], query: {} },
  };
  return ways[kind] ?? null;
}

/** The year whose lines one wants to see first: that of the plan, else the newest with actuals. */
function yearOf({ preview }: ImportRun): number | null {
  if (preview === null) return null;
  const years = preview.totals.filter(({ role }) => role !== 'other').flatMap(({ fiscalYear }) => fiscalYear ?? []);
  return preview.plan?.firstYear ?? (years.length > 0 ? Math.max(...years) : null);
}
