import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ReleaseRow } from '@etatlotse/contracts/release/plain';
import { formatDateTime } from '../ui/date/format';
import { Icon } from '../ui/icon/icon';
import { releasedLabels } from './released.labels';

const GROUP = 4;
const SHOWN_AT_EACH_END = 8;

/** When the figures were frozen, who released them, and the checksum by which anybody can compare. */
@Component({
  selector: 'et-release-seal',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-panel et-seal' },
  template: `<p class="et-seal__line">
      <et-icon name="lock" [small]="true" /><b>{{ t().frozen(frozenAt()) }}</b>
      <span>{{ state() }}</span>
    </p>
    <details class="et-seal__sum">
      <summary>
        {{ t().seal }} <code>{{ short() }}</code> <span class="et-hidden">{{ t().sealOpen }}</span>
      </summary>
      <p>
        <code>{{ whole() }}</code>
      </p>
      <p class="et-tiny et-muted">{{ t().sealHint }}</p>
    </details>
    <p class="et-small et-muted et-seal__note">{{ t().unchanged }}</p>`,
})
export class ReleaseSeal {
  readonly release = input.required<ReleaseRow>();
  protected readonly t = releasedLabels;
  protected readonly frozenAt = computed(() => formatDateTime(this.release().preparedAt));
  protected readonly state = computed(() => releaseState(this.release()));
  protected readonly short = computed(() => {
    const { sha256 } = this.release();
    return `${grouped(sha256.slice(0, SHOWN_AT_EACH_END))} … ${sha256.slice(-GROUP)}`;
  });
  protected readonly whole = computed(() => grouped(this.release().sha256));
}

/** Who did what with a release, in words. */
export function releaseState(release: ReleaseRow): string {
  const words = releasedLabels();
  if (release.state === 'released')
    return words.releasedOn(formatDateTime(release.releasedAt ?? release.preparedAt), release.releasedByName ?? '');
  return release.state === 'prepared' ? words.preparedBy(release.preparedByName ?? '') : words.withdrawn;
}

/** Four characters at a time, so that two people can read a checksum to each other. */
function grouped(text: string): string {
  return (text.match(/.{1,4}/g) ?? []).join(' ');
}
