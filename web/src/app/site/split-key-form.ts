import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { CreateSplitKey } from '@etatlotse/contracts/site';
import type { SplitKeyRow } from '@etatlotse/contracts/site/plain';
import { NETWORK_ZONES, type NetworkZone } from '@etatlotse/domain/budget';
import { cents, formatShare, parseRate, WHOLE_BASIS_POINTS } from '@etatlotse/domain/shared';
import {
  checkSplitParts,
  HARDWARE_FRAMES,
  type HardwareFrame,
  splitByKey,
  type SplitPart,
} from '@etatlotse/domain/site';
import { frameLabels } from '../platform/frame.labels';
import { networkLabels } from '../platform/network.labels';
import type { ProblemMessage } from '../platform/problem';
import { formatEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { partText, shareText } from './site-look';
import { siteLabels } from './site.labels';

interface PartDraft {
  readonly zone: string | null;
  readonly frame: string | null;
  readonly share: string;
}

/** What is sent: the key, and why it was changed. */
export interface TypedKey {
  readonly splitKey: CreateSplitKey;
  readonly reason: string;
}

const EMPTY_PART: PartDraft = { zone: null, frame: null, share: '' };
/** An amount that does not divide evenly, to show that the parts are the whole. */
const PREVIEW_CENTS = cents(1_000_001);
/** As it is typed: `45,50`. */
const percentText = (basisPoints: number): string => formatShare(basisPoints, 'de').replace(/\s?%/, '');

/** Shares of networks and frames; adds them up while they are typed and says what is missing to 100.00 percent. */
@Component({
  selector: 'et-split-key-form',
  imports: [Button, DateField, Dialog, Notice, Select, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './split-key-form.html',
})
export class SplitKeyForm {
  /** Null for a new one. */
  readonly splitKey = input.required<SplitKeyRow | null>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<TypedKey>();
  readonly closed = output<void>();
  protected readonly t = computed(() => siteLabels().keys);
  protected readonly words = siteLabels;
  protected readonly name = linkedSignal(() => this.splitKey()?.name ?? '');
  protected readonly parts = linkedSignal<readonly PartDraft[]>(
    () =>
      this.splitKey()?.parts.map(({ zone, frame, shareBasisPoints }) => ({
        zone,
        frame,
        share: percentText(shareBasisPoints),
      })) ?? [EMPTY_PART, EMPTY_PART],
  );
  protected readonly decidedOn = linkedSignal<string | null>(() => this.splitKey()?.decision?.decidedOn ?? null);
  protected readonly body = linkedSignal(() => this.splitKey()?.decision?.body ?? '');
  protected readonly document = linkedSignal(() => this.splitKey()?.decision?.document ?? '');
  protected readonly reason = signal('');
  protected readonly hasTried = signal(false);

  protected readonly zones = computed(() =>
    NETWORK_ZONES.map((value) => ({ value, label: networkLabels().zones[value] })),
  );
  protected readonly frames = computed(() =>
    HARDWARE_FRAMES.map((value) => ({ value, label: frameLabels().names[value] })),
  );
  protected readonly sum = computed(() => this.parts().reduce((sum, { share }) => sum + (this.shareOf(share) ?? 0), 0));
  protected readonly sumText = computed(() => {
    const sum = this.sum();
    const together = this.t().sum(shareText(sum));
    const missing = WHOLE_BASIS_POINTS - sum;
    if (missing === 0) return together;
    return `${together} ${missing > 0 ? this.t().short(shareText(missing)) : this.t().over(shareText(-missing))}`;
  });
  protected readonly isWhole = computed(() => this.sum() === WHOLE_BASIS_POINTS);
  private readonly readParts = computed(() => {
    const read = this.parts().flatMap(({ zone, frame, share }) => {
      const shareBasisPoints = this.shareOf(share);
      if (zone === null || frame === null || shareBasisPoints === null) return [];
      return [{ zone: zone as NetworkZone, frame: frame as HardwareFrame, shareBasisPoints } satisfies SplitPart];
    });
    return read.length === this.parts().length ? read : null;
  });
  /** How the key divides an odd amount, once it is whole. */
  protected readonly preview = computed(() => {
    const parts = this.readParts();
    if (parts === null || !checkSplitParts(parts).ok) return null;
    return splitByKey(PREVIEW_CENTS, parts).map((part) => `${partText(part)}: ${formatEuro(part.amountCents)}`);
  });
  protected readonly previewHeading = computed(() => this.t().preview(formatEuro(PREVIEW_CENTS)));
  private readonly decision = computed(() => {
    const [decidedOn, body, document] = [this.decidedOn(), this.body().trim(), this.document().trim()];
    if (decidedOn === null && body === '' && document === '') return undefined;
    return decidedOn === null || body === '' || document === '' ? null : { decidedOn, body, document };
  });
  protected readonly isDecisionHalf = computed(() => this.decision() === null);

  protected shareOf(text: string): number | null {
    const read = parseRate(text, WHOLE_BASIS_POINTS);
    return read.ok && read.value > 0 ? read.value : null;
  }

  /** A network belongs to its frame unless somebody says otherwise. */
  protected setZone(at: number, zone: string | null): void {
    this.setPart(at, { zone, frame: zone === 'education' ? 'SCHOOL_NET' : 'CORE' });
  }

  protected setPart(at: number, change: Partial<PartDraft>): void {
    this.parts.update((parts) => parts.map((part, place) => (place === at ? { ...part, ...change } : part)));
  }

  protected add(): void {
    this.parts.update((parts) => [...parts, EMPTY_PART]);
  }

  protected drop(at: number): void {
    this.parts.update((parts) => parts.filter((_, place) => place !== at));
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [name, parts, decision, reason] = [
      this.name().trim(),
      this.readParts(),
      this.decision(),
      this.reason().trim(),
    ];
    if (name === '' || parts === null || decision === null || !this.isWhole()) return;
    if (this.splitKey() !== null && reason === '') return;
    this.confirmed.emit({ splitKey: { name, parts, ...(decision === undefined ? {} : { decision }) }, reason });
  }
}
