import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ImportStateCode } from '@etatlotse/contracts/import/plain';
import type { IconName } from '../ui/icon/icons';
import { Tag } from '../ui/tag/tag';
import { importLabels } from './import.labels';

type Look = readonly ['plain' | 'info' | 'ok' | 'warn' | 'bad', IconName];

const LOOKS: Readonly<Record<ImportStateCode | 'asked' | 'ready', Look>> = {
  checking: ['info', 'pending'],
  previewed: ['warn', 'rule'],
  asked: ['warn', 'help'],
  ready: ['ok', 'check'],
  committing: ['info', 'pending'],
  committed: ['ok', 'check_circle'],
  failed: ['bad', 'error'],
  cancelled: ['plain', 'cancel'],
  interrupted: ['warn', 'warning'],
  undone: ['plain', 'undo'],
};

/** Where an import stands, in one word. */
@Component({
  selector: 'et-import-state',
  imports: [Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-tag [kind]="look()[0]" [icon]="look()[1]">{{ t().states[word()] }}</et-tag>`,
})
export class ImportState {
  readonly state = input.required<ImportStateCode>();
  /** A preview with an open question. */
  readonly isAsked = input(false);
  /** A preview with nothing in the way. Both are left off where that does not matter. */
  readonly isReady = input(false);
  protected readonly t = importLabels;
  protected readonly word = computed(() => (this.isAsked() ? 'asked' : this.isReady() ? 'ready' : this.state()));
  protected readonly look = computed(() => LOOKS[this.word()]);
}
