import type { Read } from '@/lib/domain/answer';
import { textAnswer } from '@/lib/domain/declare';
import { type Size, sizeFigure } from '@/lib/domain/figure';
import { limit } from '@/lib/domain/limit';
import type { Backend } from '@/lib/domain/option';
import { inFigures, plural } from '@/lib/domain/plural';
import { shellFlag } from '@/lib/domain/shell-quote';
import { iamRole, inRegion, inState, named } from '../commands';
import { peakRps } from '../plan/load';
import { documented, source } from '../sources';
import { awsRegion, kinesisName } from '../text-patterns';

const streamName = textAnswer('kinesis.streamName', {
  ...kinesisName,
  shows: { in: 'configuration', names: ['KINESIS_STREAM_NAME', 'KINESIS_STREAM'] },
  label: 'Stream name',
  help: 'The data stream that events are published to.',
  ...documented(source.overlayKeys),
  example: 'kaireon-events',
});

const region = textAnswer('kinesis.region', {
  ...awsRegion,
  help: 'The stream’s AWS region.',
});

/** AWS's quota of one shard: 1,000 records or 1 MB a second. */
const RECORDS_PER_SHARD = 1_000;

const shards: Size = {
  title: 'Kinesis shards',
  load: peakRps,
  count: (peak) => Math.ceil(peak / RECORDS_PER_SHARD),
  how: (peak) => `${inFigures(peak)} requests/s at the peak ÷ 1,000 records/s a shard, rounded up`,
  assumes:
    'Each request publishes one record of 1 KB or less, and the partition keys spread the records evenly. A shard takes 1,000 records/s or 1 MB/s.',
};

/** How many shards the peak takes, in words. */
function shardCount(read: Read): string {
  const peak = read(peakRps);
  return peak === undefined
    ? 'shards for your peak'
    : `${plural(shards.count(peak), 'open shard')} or more`;
}

export const kinesis: Backend = {
  id: 'kinesis',
  title: 'Kinesis',
  summary: 'Amazon Kinesis Data Streams. Replayable for 24 hours up to 365 days.',
  selector: 'kinesis',
  block: { enabled: 'kinesis.enabled', answers: [streamName, region], required: streamName },
  mustExist: (read) => `the Kinesis stream${named('', read(streamName))}`,
  figures: [sizeFigure(shards)],
  limits: [
    limit('bus-shards', {
      when: ({ read }) => read(peakRps) !== undefined,
      keys: [streamName.key],
      message: ({ read }) =>
        `Your peak takes ${shardCount(read)}, at one record of 1 KB a request. That is ${shards.how(read(peakRps) ?? 0)}. ${shards.assumes} Larger events, or a partition key that many events share, take more; a stream on demand scales by itself and doubles at most within 15 minutes.`,
      source: 'Amazon Kinesis Data Streams: Quotas and limits; arithmetic on your numbers',
    }),
  ],
  prerequisites: {
    'kinesis-stream': {
      text: ({ read }) =>
        `The Kinesis stream${named('', read(streamName))}${named(' in', read(region))}, ACTIVE, with ${shardCount(read)}.`,
      verify: ({ read }) =>
        inState(
          `aws kinesis describe-stream-summary ${shellFlag('--stream-name', read(streamName), 'KINESIS_STREAM')}${inRegion(read(region))}`,
          'StreamDescriptionSummary.[StreamStatus, OpenShardCount, StreamModeDetails.StreamMode]',
          'ACTIVE',
        ),
      good: ({ read }) => `ACTIVE, ${shardCount(read)}, and ON_DEMAND or PROVISIONED.`,
      limit: 'eventbus-must-exist',
      origin: 'documented',
    },
    'kinesis-role': iamRole({
      lets: 'the outbox publisher’s pods write to that stream',
      role: 'PUBLISHER_ROLE_ARN',
      resource: 'KINESIS_STREAM_ARN',
      actions: ['kinesis:PutRecord', 'kinesis:PutRecords'],
    }),
  },
};
