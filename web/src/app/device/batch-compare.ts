import type { CreateBatch } from '@etatlotse/contracts/device';
import type { BatchDetail } from '@etatlotse/contracts/device/plain';
import type { SplitKeyRow } from '@etatlotse/contracts/site/plain';
import type { ComparedField } from '../platform/edit-conflict';
import { formatEuro, formatNumber } from '../ui/amount/format';
import type { Option } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { batchLabels } from './batch.labels';
import { useText } from './device-look';

/** What ids are called in the form. */
interface Choices {
  readonly kinds: readonly Option[];
  readonly units: readonly Option[];
  readonly sites: readonly Option[];
  readonly keys: readonly SplitKeyRow[];
}

/** A batch as the form states it. */
export function statedOf(batch: BatchDetail): CreateBatch {
  const { kind, quantity, boughtOn, netUnitCents, note, inventoryNumber, unit, site, networkZone, frame } = batch;
  return {
    ...{ kindId: kind.id, quantity, boughtOn, netUnitCents, note, inventoryNumber },
    ...(unit === null ? {} : { unitId: unit.id }),
    ...(site === null ? {} : { siteId: site.id }),
    ...(networkZone === null ? {} : { networkZone }),
    ...(frame === null ? {} : { frame }),
    ...(batch.splitKey === null ? {} : { splitKeyId: batch.splitKey.id }),
    ...(batch.decision === null ? {} : { decision: batch.decision }),
  };
}

/** The fields of a batch for two versions beside each other. Network, frame, key and decision belong together. */
export function batchFields({ kinds, units, sites, keys }: Choices): readonly ComparedField<CreateBatch>[] {
  const t = batchLabels().form;
  const { use } = batchLabels().batch;
  const nameOf = (options: readonly Option[], id: string | undefined): string =>
    options.find(({ value }) => value === id)?.label ?? '';
  return [
    { names: ['kindId'], label: t.kind, text: ({ kindId }) => nameOf(kinds, kindId) },
    { names: ['quantity'], label: t.quantity, text: ({ quantity }) => formatNumber(quantity) },
    { names: ['netUnitCents'], label: t.price, text: ({ netUnitCents }) => formatEuro(netUnitCents) },
    { names: ['boughtOn'], label: t.boughtOn, text: ({ boughtOn }) => formatDate(boughtOn) },
    { names: ['inventoryNumber'], label: t.inventoryNumber, text: ({ inventoryNumber = '' }) => inventoryNumber },
    { names: ['unitId'], label: t.unit, text: ({ unitId }) => nameOf(units, unitId) },
    { names: ['siteId'], label: t.site, text: ({ siteId }) => nameOf(sites, siteId) },
    {
      names: ['networkZone', 'frame', 'splitKeyId', 'decision'],
      label: use,
      text: ({ networkZone = null, frame = null, splitKeyId }) =>
        useText({
          networkZone,
          frame,
          splitKey: keys.find(({ id }) => id === splitKeyId) ?? null,
          decision: null,
        }),
    },
    { names: ['note'], label: t.note, text: ({ note }) => note },
  ];
}
