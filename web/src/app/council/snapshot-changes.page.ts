import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SNAPSHOT_PATHS, type SnapshotChanges } from '@etatlotse/contracts/snapshot/plain';
import { type FigureUnit, type FigureValue, SNAPSHOT_PARTS, type SnapshotChange } from '@etatlotse/domain/council';
import { query } from '../platform/api';
import { problemOf } from '../platform/problem';
import { formatEuro, formatFte, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { shareText } from '../ui/bound/bound';
import { formatDate } from '../ui/date/format';
import { type Crumb, PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { snapshotLabels } from './snapshot.labels';

const MICROS = 1_000_000;
/** As many as a meeting reads; the rest opens on a click. */
const FIRST_SHOWN = 20;

interface ShownChange {
  readonly key: string;
  readonly change: SnapshotChange;
  readonly name: string;
  /** The way to the bookings of a line in the later snapshot. */
  readonly line: readonly string[] | null;
  readonly figures: readonly {
    readonly name: string;
    readonly before: string;
    readonly after: string;
    readonly difference: string;
  }[];
}

/** What is new, gone and why, or moved since the meeting before, with amounts. */
@Component({
  selector: 'et-snapshot-changes-page',
  imports: [Button, Empty, Failure, Loading, PageHead, RouterLink, Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-page-head [question]="question()" [crumbs]="crumbs()">{{ lead() }}</et-page-head>
    @if (isFirst()) {
      <et-empty icon="compare_arrows" [heading]="t().noBefore">
        <p>{{ t().noBeforeHint }}</p>
      </et-empty>
    } @else if (failure(); as problem) {
      <et-failure [failure]="problem" (retry)="resource.reload()" />
    } @else if (answer()) {
      @if (rows().length > 0) {
        <section class="et-panel">
          <h2>{{ t().listQuestion }}</h2>
          <p class="et-finding">{{ sentence() }}</p>
          <et-scroll [label]="t().title">
            <table class="et-table et-cards et-cards--pairs">
              <thead>
                <tr>
                  <th scope="col">{{ t().what }}</th>
                  <th scope="col">{{ t().how }}</th>
                  <th scope="col" class="n">{{ t().before }}</th>
                  <th scope="col" class="n">{{ t().after }}</th>
                  <th scope="col" class="n">{{ t().difference }}</th>
                </tr>
              </thead>
              <tbody>
                @for (row of shown(); track row.key) {
                  @for (figure of row.figures; track figure.name) {
                    <tr>
                      <th scope="row">
                        @if ($first) {
                          @if (row.line; as link) {
                            <a [routerLink]="link">{{ row.name }}</a>
                          } @else {
                            {{ row.name }}
                          }
                          <small class="et-under et-muted">{{ t().parts[row.change.part] }}</small>
                        } @else {
                          <span class="et-hidden">{{ row.name }}</span>
                        }
                      </th>
                      <td [attr.data-label]="t().how">
                        @if ($first) {
                          <et-tag [kind]="row.change.kind === 'new' ? 'info' : 'plain'">{{
                            t().kinds[row.change.kind]
                          }}</et-tag>
                          @if (row.change.reason; as reason) {
                            <small class="et-under et-muted">{{ t().reasons[reason] }}</small>
                          }
                        }
                        <span class="et-under">{{ figure.name }}</span>
                      </td>
                      <td class="n" [attr.data-label]="t().before">{{ figure.before }}</td>
                      <td class="n" [attr.data-label]="t().after">{{ figure.after }}</td>
                      <td class="n" [attr.data-label]="t().difference">{{ figure.difference }}</td>
                    </tr>
                  }
                }
              </tbody>
            </table>
          </et-scroll>
          @if (shown().length < rows().length) {
            <div class="et-actions et-actions--below">
              <button type="button" etButton="secondary" (click)="isWhole.set(true)">{{ t().showAll(count()) }}</button>
            </div>
          }
        </section>
      }
    } @else {
      <et-loading [lines]="8" />
    }`,
})
export class SnapshotChangesPage {
  readonly after = input<string>();
  readonly before = input<string>();
  protected readonly words = snapshotLabels;
  protected readonly t = computed(() => snapshotLabels().changesPage);
  protected readonly resource = httpResource<SnapshotChanges>(() => {
    const id = this.after();
    return id === undefined
      ? undefined
      : { url: SNAPSHOT_PATHS.changes(id), params: query({ beforeId: this.before() ?? null }) };
  });
  protected readonly answer = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  private readonly problem = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  protected readonly isFirst = computed(() => this.after() === undefined || this.problem()?.status === 404);
  protected readonly failure = computed(() => (this.isFirst() ? null : this.problem()));
  protected readonly crumbs = computed((): readonly Crumb[] => [
    { label: this.words().title, link: ['/council/snapshots'] },
  ]);
  protected readonly question = computed(() => {
    const answer = this.answer();
    return answer === null
      ? this.t().questionOpen
      : this.t().question(formatDate(answer.before.ledgerAsOf), formatDate(answer.after.ledgerAsOf));
  });
  protected readonly lead = computed(() => {
    const count = this.answer()?.changes.length;
    if (count === undefined) return '';
    if (count === 0) return this.t().leadNone;
    return count === 1 ? this.t().leadOne : this.t().lead(formatNumber(count));
  });
  protected readonly isWhole = signal(false);
  protected readonly count = computed(() => formatNumber(this.rows().length));
  protected readonly shown = computed(() => (this.isWhole() ? this.rows() : this.rows().slice(0, FIRST_SHOWN)));
  /** "12 Zeilen, 3 Vorhaben, ein Rahmen": what the list is about before anybody reads it. */
  protected readonly sentence = computed(() => {
    const changes = this.answer()?.changes ?? [];
    const parts = SNAPSHOT_PARTS.flatMap((part) => {
      const count = changes.filter((change) => change.part === part).length;
      return count === 0 ? [] : [this.t().partCounts[part](count, formatNumber(count))];
    });
    return this.t().sentence(parts.join(', '));
  });
  protected readonly rows = computed((): readonly ShownChange[] =>
    this.inOrder().map((change) => ({
      key: `${change.part} ${change.id}`,
      change,
      name: this.nameOf(change),
      line:
        change.part === 'line' && change.kind !== 'gone'
          ? ['/dashboard/released', this.answer()?.after.id ?? '', 'lines', change.id]
          : null,
      figures: change.figures.map(({ name, unit, before, after, difference }) => ({
        name: this.words().figures[name] ?? name,
        before: change.kind === 'new' ? '–' : this.told(unit, before),
        after: change.kind === 'gone' ? '–' : this.told(unit, after),
        difference: difference === null ? '–' : this.told(unit, difference, true),
      })),
    })),
  );

  /** Frames first, then by the largest amount that moved: nothing is left out, and the small stands last. */
  private inOrder(): readonly SnapshotChange[] {
    const rank = ({ part }: SnapshotChange): number => (part === 'frame' ? 0 : 1);
    const moved = ({ figures }: SnapshotChange): number =>
      Math.max(0, ...figures.map(({ unit, difference }) => (unit === 'cents' ? Math.abs(difference ?? 0) : 0)));
    return (this.answer()?.changes ?? []).toSorted(
      (first, second) => rank(first) - rank(second) || moved(second) - moved(first),
    );
  }

  private nameOf({ part, name }: SnapshotChange): string {
    if (part !== 'frame' && part !== 'bound_year') return name;
    const [frame = '', ...rest] = name.split(' ');
    return [this.words().frames[frame] ?? frame, ...rest].join(' ');
  }

  private told(unit: FigureUnit, value: FigureValue, isSigned = false): string {
    if (value === null) return this.t().unknown;
    if (typeof value === 'string') return unit === 'day' ? formatDate(value) : (this.words().words[value] ?? value);
    switch (unit) {
      case 'cents':
        return formatEuro(value, isSigned);
      case 'fte_micros':
        return formatFte(value / MICROS);
      case 'basis_points':
        return shareText(value);
      case 'days':
        return this.t().days(formatNumber(value, 0, isSigned));
      default:
        return formatNumber(value, 0, isSigned);
    }
  }
}
