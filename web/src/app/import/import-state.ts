import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ImportStateCode } from '@etatlotse/contracts/import/plain';
import type { IconName } from '../ui/icon/icons';
import { Tag } from '../ui/tag/tag';
import { importLabels } from './import.labels';

type Look = readonly ['plain' | 'info' | 'ok' | 'warn' | 'bad', IconName];

const LOOKS: Readonly<Record<ImportStateCode, Look>> = {
  checking: ['info', 'pending'],
  previewed: ['warn', 'rule'],
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
  template: `<et-tag [kind]="look()[0]" [icon]="look()[1]">{{ t().states[state()] }}</et-tag>`,
})
export class ImportState {
  readonly state = input.required<ImportStateCode>();
  protected readonly t = importLabels;
  protected readonly look = computed(() => LOOKS[this.state()]);
}
