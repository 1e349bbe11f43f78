import { DOCUMENT, NgTemplateOutlet } from '@angular/common';
import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  input,
  signal,
  type TemplateRef,
  untracked,
  viewChild,
} from '@angular/core';
import { language } from '../language/language';
import { Scroll } from '../table/scroll';
import { chartLabels } from './chart.labels';
import type { ChartDescription } from './chart.types';
import type { Drawing } from './drawing';
import { readPaint } from './paint';
import { figuresCsv } from './figures-csv';
import { pointsOf, tableOf } from './values';

const BAR_PX = 32;
const AXIS_PX = 64;

/**
 * One plain description becomes a picture, a sentence and a table with the same figures. chart.js is loaded when the first
 * chart appears; the drawing is made once, updated in place, redrawn on a change of theme or language, and destroyed.
 */
@Component({
  selector: 'et-chart',
  imports: [NgTemplateOutlet, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-chart', '(focusout)': 'leave($event)' },
  template: `<div
      class="et-chart__box"
      role="img"
      tabindex="0"
      [class.et-chart__box--tall]="size() === 'tall'"
      [class.et-chart__box--small]="size() === 'small'"
      [style.min-height.px]="room()"
      [attr.aria-label]="chart().sentence + ' ' + t().keys"
      (keydown)="key($event)"
      (click)="pick($event)"
    >
      <canvas #canvas aria-hidden="true"></canvas>
    </div>
    <p class="et-chart__point" aria-live="polite">
      {{ point() }}
      @if (at() !== null && beside()) {
        <ng-container [ngTemplateOutlet]="beside()" [ngTemplateOutletContext]="{ $implicit: at() }" />
      }
    </p>
    @if (hasFailed()) {
      <p class="et-source">{{ t().failed }}</p>
    }
    <p class="et-chart__save et-no-print">
      <span class="et-muted">{{ t().save }}</span>
      @for (form of forms; track form) {
        <button type="button" class="et-link-button" (click)="save(form)">
          {{ form }}<span class="et-hidden">: {{ chart().question }}</span>
        </button>
      }
    </p>
    <details class="et-figures-table">
      <summary>{{ t().table }}</summary>
      <et-scroll [label]="chart().question">
        <table class="et-table">
          <caption>
            {{
              chart().question
            }}
          </caption>
          <thead>
            <tr>
              @for (head of table().head; track $index) {
                <th scope="col" [class.n]="!$first">{{ head }}</th>
              }
            </tr>
          </thead>
          <tbody>
            @for (row of table().rows; track $index) {
              <tr>
                <th scope="row">
                  {{ row.name
                  }}<ng-container [ngTemplateOutlet]="beside()" [ngTemplateOutletContext]="{ $implicit: $index }" />
                </th>
                @for (cell of row.cells; track $index) {
                  <td class="n">{{ cell }}</td>
                }
              </tr>
            }
          </tbody>
        </table>
      </et-scroll>
    </details>`,
})
export class Chart {
  readonly chart = input.required<ChartDescription>();
  readonly size = input<'small' | 'normal' | 'tall'>('normal');
  /** Stands beside each point, where it is told and in the table; its context is the number of the point. */
  readonly beside = input<TemplateRef<{ readonly $implicit: number | null }> | null>(null);

  protected readonly t = chartLabels;
  /** Lying bars stand below each other; each keeps the height of its name. */
  protected readonly room = computed(() => {
    const chart = this.chart();
    return chart.kind === 'bar' && chart.isHorizontal ? chart.categories.length * BAR_PX + AXIS_PX : null;
  });
  protected readonly table = computed(() => tableOf(this.chart()));
  private readonly points = computed(() => pointsOf(this.chart()));
  protected readonly at = signal<number | null>(null);
  protected readonly point = computed(() => this.points()[this.at() ?? -1] ?? '');
  protected readonly hasFailed = signal(false);
  protected readonly forms = ['PNG', 'SVG', 'CSV'] as const;

  private readonly canvas = viewChild.required<ElementRef<HTMLCanvasElement>>('canvas');
  private readonly document = inject(DOCUMENT);
  private readonly themeTurn = signal(0);
  private readonly drawing = signal<Drawing | null>(null);
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private isDestroyed = false;

  constructor() {
    const observer = new MutationObserver(() => this.themeTurn.update((turn) => turn + 1));
    observer.observe(this.document.documentElement, { attributeFilter: ['data-kern-theme'] });
    afterRenderEffect(() => this.draw());
    inject(DestroyRef).onDestroy(() => {
      this.isDestroyed = true;
      observer.disconnect();
      this.drawing()?.end();
    });
  }

  protected key(event: KeyboardEvent): void {
    const last = this.points().length - 1;
    const here = this.at() ?? -1;
    if (event.key === 'ArrowRight' || event.key === 'ArrowDown') this.go(Math.min(here + 1, last));
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') this.go(Math.max(here - 1, 0));
    else if (event.key === 'Home') this.go(0);
    else if (event.key === 'End') this.go(last);
    else return;
    event.preventDefault();
  }

  /** A click stays at the point that it hit, as the keys do. */
  protected pick(event: MouseEvent): void {
    const index = this.drawing()?.indexAt(event) ?? null;
    if (index !== null) this.go(index);
  }

  /** What stands beside a point can be reached without losing it. */
  protected leave(event: FocusEvent): void {
    const to = event.relatedTarget;
    if (to instanceof Node && this.host.contains(to)) return;
    this.at.set(null);
    this.drawing()?.point(null);
  }

  /** PNG as it is on screen, SVG drawn for itself, CSV of the table. */
  protected async save(form: 'PNG' | 'SVG' | 'CSV'): Promise<void> {
    const chart = this.chart();
    const paint = readPaint(this.document.documentElement);
    const file = await this.fileOf(form, chart, paint);
    if (file === null) this.hasFailed.set(true);
    else offer(this.document, file, `${chart.question.replace(/[^\p{L}\p{N} -]/gu, '').trim()}.${form.toLowerCase()}`);
  }

  private async fileOf(
    form: 'PNG' | 'SVG' | 'CSV',
    chart: ChartDescription,
    paint: ReturnType<typeof readPaint>,
  ): Promise<Blob | null> {
    if (form === 'CSV') return new Blob([figuresCsv(this.table())], { type: 'text/csv;charset=utf-8' });
    if (form === 'PNG') return (await this.drawing()?.png(chart, paint)) ?? null;
    const { svgOf } = await import('./svg');
    return new Blob([svgOf(chart, paint)], { type: 'image/svg+xml' });
  }

  private go(index: number): void {
    this.at.set(index);
    this.drawing()?.point(index);
  }

  private draw(): void {
    const chart = this.chart();
    this.themeTurn();
    language();
    const drawing = this.drawing();
    const paint = readPaint(this.document.documentElement);
    if (drawing) drawing.update(chart, paint);
    else untracked(() => void this.begin());
  }

  /** A browser without a canvas keeps the sentence and the table. */
  private async begin(): Promise<void> {
    if (typeof CanvasRenderingContext2D === 'undefined') return;
    try {
      const { Drawing } = await import('./drawing');
      await this.document.fonts?.ready;
      if (this.isDestroyed || this.drawing()) return;
      this.drawing.set(new Drawing(this.canvas().nativeElement));
    } catch {
      this.hasFailed.set(true);
    }
  }
}

/** Hands a file over to the browser, as a link to it would. */
function offer(document: Document, file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
