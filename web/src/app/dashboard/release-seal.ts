import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { SNAPSHOT_PATHS, type SnapshotRow } from '@etatlotse/contracts/snapshot/plain';
import { formatDate, formatDateTime } from '../ui/date/format';
import { Icon } from '../ui/icon/icon';
import { releasedLabels } from './released.labels';

const GROUP = 4;
const SHOWN_AT_EACH_END = 8;

/** Of which day the figures are, for which meeting, who released them, and the checksum by which anybody can compare. */
@Component({
  selector: 'et-release-seal',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-panel et-seal' },
  template: `<p class="et-seal__line">
      <et-icon name="lock" [small]="true" /><b>{{ t().asOf(asOf()) }}</b>
      @if (release().meeting; as meeting) {
        <span>{{ t().forMeeting(meeting.body, date(meeting.heldOn)) }}</span>
      }
      <span>{{ t().frozen(frozenAt()) }}</span>
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
      <p class="et-tiny et-muted">
        {{ t().sealKey(release().keyId) }}
        <a [href]="file()" download>{{ t().sealFile }}</a>
      </p>
    </details>
    <p class="et-small et-muted et-seal__note">{{ t().unchanged }} {{ note() }}</p>`,
})
export class ReleaseSeal {
  readonly release = input.required<SnapshotRow>();
  /** The day of projects, roll-outs and staffing where it is another one than that of the bookings. */
  readonly registersAsOf = input<string | null>(null);
  protected readonly t = releasedLabels;
  protected readonly date = formatDate;
  protected readonly asOf = computed(() => formatDate(this.release().ledgerAsOf));
  protected readonly note = computed(() => {
    const day = this.registersAsOf();
    return day === null || day === this.release().ledgerAsOf ? '' : this.t().registersOn(formatDate(day));
  });
  protected readonly file = computed(() => SNAPSHOT_PATHS.file(this.release().id));
  protected readonly frozenAt = computed(() => formatDateTime(this.release().preparedAt));
  protected readonly state = computed(() => releaseState(this.release()));
  protected readonly short = computed(() => {
    const { sha256 } = this.release();
    return `${grouped(sha256.slice(0, SHOWN_AT_EACH_END))} … ${sha256.slice(-GROUP)}`;
  });
  protected readonly whole = computed(() => grouped(this.release().sha256));
}

/** Who did what with a snapshot, in words. */
export function releaseState(release: SnapshotRow): string {
  const words = releasedLabels();
  if (release.state === 'released')
    return words.releasedOn(formatDateTime(release.releasedAt ?? release.preparedAt), release.releasedByName ?? '');
  return release.state === 'prepared' ? words.preparedBy(release.preparedByName ?? '') : words.withdrawn;
}

/** Four characters at a time, so that two people can read a checksum to each other. */
function grouped(text: string): string {
  return (text.match(/.{1,4}/g) ?? []).join(' ');
}
