import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { Permissions } from '../platform/permission';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { Download } from '../ui/download/download';
import { Control, Field } from '../ui/field/field';
import { PageHead } from '../ui/page-head/page-head';
import { RecordTable, type RecordTableShape } from '../ui/record/record-table';
import { Empty, Failure, Loading } from '../ui/state/state';
import { inventoryLabels } from './inventory.labels';
import type { OpenRegister, RegisterFilter } from './register-view';
import { unitOptions } from './unit-options';

/** What a register says around its table. */
export interface RegisterWords {
  readonly question: string;
  readonly lead: string;
  readonly add: string;
  /** Address of the register; `new` below it is its form. */
  readonly path: string;
  readonly none: string;
  readonly noneHint: string;
}

/** The list of any register: the question it answers, filters from the address, the table, further pages. */
@Component({
  selector: 'et-register-list',
  imports: [Button, Control, Download, Empty, Failure, Field, Loading, PageHead, RecordTable, RouterLink, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-page-head [question]="words().question">
      {{ words().lead }}
      @if (mayWrite()) {
        <a actions etButton="primary" icon="add" [routerLink]="[words().path, 'new']" queryParamsHandling="preserve">{{
          words().add
        }}</a>
      }
      <et-download actions [list]="list().address()" />
    </et-page-head>
    <div class="et-stack">
      <ng-content />
      <section class="et-panel">
        <h2>{{ shape().caption }}</h2>
        <form class="et-filter et-inventory-filter" role="search" (submit)="search($event)">
          <et-field [label]="t().search">
            <input
              etControl
              class="et-control--compact"
              type="search"
              autocomplete="off"
              [placeholder]="t().searchHint"
              [value]="typed()"
              (input)="type($event)"
              (change)="search($event)"
            />
          </et-field>
          <et-select
            [compact]="true"
            [label]="t().unit"
            [options]="units()"
            [placeholder]="t().all"
            [value]="chosen('unit')"
            (valueChange)="go({ unit: $event })"
          />
          @for (filter of filters(); track filter.name) {
            <et-select
              [compact]="true"
              [label]="filter.label"
              [options]="filter.options"
              [placeholder]="t().all"
              [value]="chosen(filter.name)"
              (valueChange)="choose(filter.name, $event)"
            />
          }
        </form>
        @if (list().failure(); as failure) {
          <et-failure [failure]="failure" (retry)="list().reload()" />
        } @else if (list().rows(); as rows) {
          @if (rows.length > 0) {
            <et-record-table [shape]="shape()" [rows]="rows" />
          } @else if (isFiltered()) {
            <et-empty icon="search" [heading]="t().noMatch">
              <button type="button" etButton="secondary" (click)="go(cleared())">{{ t().clear }}</button>
            </et-empty>
          } @else {
            <et-empty [heading]="words().none">
              <p>{{ words().noneHint }}</p>
            </et-empty>
          }
          @if (list().hasMore()) {
            <div class="et-actions et-actions--below">
              <button type="button" etButton="secondary" (click)="list().showMore()">{{ t().more }}</button>
            </div>
          }
        } @else {
          <et-loading [lines]="8" />
        }
      </section>
    </div>`,
})
export class RegisterList<Row, Answer> {
  readonly words = input.required<RegisterWords>();
  readonly register = input.required<OpenRegister<Row, Answer>>();
  readonly shape = input.required<RecordTableShape<Row>>();
  readonly filters = input<readonly RegisterFilter[]>([]);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly permissions = inject(Permissions);
  protected readonly t = inventoryLabels;
  protected readonly units = unitOptions();
  protected readonly mayWrite = computed(() => this.permissions.has('inventory.write'));
  protected readonly list = computed(() => this.register().list);
  private readonly view = computed(() => this.register().view());
  protected readonly typed = linkedSignal(() => this.view()['q'] ?? '');
  protected readonly isFiltered = computed(() => Object.values(this.view()).some((value) => value));
  protected readonly cleared = computed(() => Object.fromEntries(Object.keys(this.view()).map((name) => [name, null])));

  protected chosen(name: string): string | null {
    return this.view()[name] ?? null;
  }

  protected choose(name: string, value: string | null): void {
    this.go({ [name]: value });
  }

  protected go(queryParams: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge' });
  }

  protected search(event: Event): void {
    event.preventDefault();
    this.go({ q: this.typed().trim() || null });
  }

  protected type(event: Event): void {
    this.typed.set((event.target as HTMLInputElement).value);
  }
}
