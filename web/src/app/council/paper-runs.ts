import { ChangeDetectionStrategy, Component, effect, ElementRef, inject, input } from '@angular/core';
import type { PaperRunRow } from '@etatlotse/contracts/council/plain';
import { paperLabels } from './paper.labels';

/** Words and figures in a line. Its parts are put together here because no blank may stand between a figure and its point. */
@Component({
  selector: 'et-paper-runs',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: '',
})
export class PaperRuns {
  readonly runs = input.required<readonly PaperRunRow[]>();

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    effect(() => host.replaceChildren(...this.runs().map(nodeOf)));
  }
}

function nodeOf({ text, figure, before, isMissing }: PaperRunRow): Node | string {
  const words = paperLabels();
  const remark = isMissing ? words.missing : before === null ? null : words.before(before);
  if (remark !== null) return element('mark', `${text} `, element('small', `(${remark})`));
  return figure === null ? text : element('strong', text);
}

function element(name: 'mark' | 'small' | 'strong', ...content: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}
