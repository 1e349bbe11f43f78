import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Amount } from '../amount/amount';
import { formatCents, formatNumber } from '../amount/format';
import type { IconName } from '../icon/icons';
import { Scroll } from '../table/scroll';
import { Tag } from '../tag/tag';
import { Unknown } from '../unknown/unknown';

/** A state in a word, always with an icon. */
export interface RecordLook {
  readonly kind: 'plain' | 'info' | 'ok' | 'warn' | 'bad';
  readonly icon: IconName;
  readonly word: string;
}

/** One column after the name: `null` is unknown, an amount is whole cents. */
export interface RecordColumn<Row> {
  readonly head: string;
  readonly kind: 'text' | 'number' | 'amount' | 'look';
  readonly of: (row: Row) => string | number | null | RecordLook;
  /** A smaller second line. */
  readonly under?: (row: Row) => string;
  readonly isWideOnly?: boolean;
  /** What stands in the row of sums. */
  readonly sum?: string | number | null;
}

/** What a table of records shows: the name with its link, and columns. */
export interface RecordTableShape<Row> {
  readonly caption: string;
  readonly nameHead: string;
  readonly name: (row: Row) => string;
  /** Null where the name leads nowhere. */
  readonly link: (row: Row) => readonly (string | number)[] | null;
  readonly under?: (row: Row) => string;
  readonly columns: readonly RecordColumn<Row>[];
  /** Head of the row of sums; left out: no such row. */
  readonly sumHead?: string;
}

interface Cell {
  readonly head: string;
  readonly kind: 'text' | 'amount' | 'look' | 'unknown';
  readonly isNumber: boolean;
  readonly isWideOnly: boolean;
  readonly text: string;
  readonly cents: number | null;
  readonly look: RecordLook | null;
  readonly under: string;
}

/** Records by name, a row each; on a phone each row becomes a card. */
@Component({
  selector: 'et-record-table',
  imports: [Amount, RouterLink, Scroll, Tag, Unknown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-scroll [label]="shape().caption">
    <table class="et-table et-cards et-cards--pairs">
      <caption class="et-hidden">
        {{
          shape().caption
        }}
      </caption>
      <thead>
        <tr>
          <th scope="col">{{ shape().nameHead }}</th>
          @for (column of shape().columns; track column.head) {
            <th scope="col" [class.n]="isNumber(column)" [class.et-wide-only]="column.isWideOnly">{{ column.head }}</th>
          }
        </tr>
      </thead>
      <tbody>
        @for (row of lines(); track $index) {
          <tr>
            <th scope="row">
              @if (row.link; as link) {
                <a [routerLink]="link" queryParamsHandling="preserve">{{ row.name }}</a>
              } @else {
                {{ row.name }}
              }
              @if (row.under) {
                <small class="et-under et-muted">{{ row.under }}</small>
              }
            </th>
            @for (cell of row.cells; track cell.head) {
              <td
                [class.n]="cell.isNumber"
                [class.et-wide-only]="cell.isWideOnly"
                [attr.data-label]="cell.isWideOnly ? null : cell.head"
              >
                @switch (cell.kind) {
                  @case ('amount') {
                    <et-amount form="cents" [cents]="cell.cents" />
                  }
                  @case ('look') {
                    @if (cell.look; as look) {
                      <et-tag [kind]="look.kind" [icon]="look.icon">{{ look.word }}</et-tag>
                    }
                  }
                  @case ('unknown') {
                    <et-unknown />
                  }
                  @default {
                    {{ cell.text }}
                  }
                }
                @if (cell.under) {
                  <small class="et-under et-muted et-wide-only">{{ cell.under }}</small>
                }
              </td>
            }
          </tr>
        }
      </tbody>
      @if (shape().sumHead; as sumHead) {
        <tfoot>
          <tr>
            <th scope="row">{{ sumHead }}</th>
            @for (column of shape().columns; track column.head) {
              <td
                [class.n]="isNumber(column)"
                [class.et-wide-only]="column.isWideOnly || column.sum === undefined"
                [attr.data-label]="column.sum === undefined ? null : column.head"
              >
                @if (column.sum !== undefined) {
                  {{ sumOf(column) }}
                }
              </td>
            }
          </tr>
        </tfoot>
      }
    </table>
  </et-scroll>`,
})
export class RecordTable<Row> {
  readonly shape = input.required<RecordTableShape<Row>>();
  readonly rows = input.required<readonly Row[]>();
  protected readonly lines = computed(() => {
    const { name, link, under, columns } = this.shape();
    return this.rows().map((row) => ({
      name: name(row),
      link: link(row),
      under: under?.(row) ?? '',
      cells: columns.map((column) => cellOf(column, row)),
    }));
  });

  protected isNumber({ kind }: RecordColumn<Row>): boolean {
    return kind === 'number' || kind === 'amount';
  }

  protected sumOf({ kind, sum }: RecordColumn<Row>): string {
    if (typeof sum !== 'number') return sum ?? '';
    return kind === 'amount' ? formatCents(sum) : formatNumber(sum);
  }
}

function cellOf<Row>(column: RecordColumn<Row>, row: Row): Cell {
  const { head, kind, of, under, isWideOnly = false } = column;
  const value = of(row);
  const isNumber = kind === 'number' || kind === 'amount';
  const rest = { head, isNumber, isWideOnly, under: under?.(row) ?? '', cents: null, look: null, text: '' };
  if (value === null) return { ...rest, kind: 'unknown' };
  if (typeof value === 'object') return { ...rest, kind: 'look', look: value };
  if (kind === 'amount' && typeof value === 'number') return { ...rest, kind: 'amount', cents: value };
  return { ...rest, kind: 'text', text: typeof value === 'number' ? formatNumber(value) : value };
}
