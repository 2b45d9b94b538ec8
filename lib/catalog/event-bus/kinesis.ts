import { textAnswer } from '@/lib/domain/declare';
import { inFigures } from '@/lib/domain/in-figures';
import type { Backend } from '@/lib/domain/option';
import type { Size } from '@/lib/domain/plan';
import { shellFlag } from '@/lib/domain/shell-quote';
import { inRegion, named } from '../commands';
import { peakRps } from '../plan/load';
import { documented, source } from '../sources';
import { awsRegion, kinesisName } from '../text-patterns';

const streamName = textAnswer({
  ...kinesisName,
  key: 'kinesis.streamName',
  shows: { in: 'configuration', names: ['KINESIS_STREAM_NAME', 'KINESIS_STREAM'] },
  label: 'Stream name',
  help: 'The data stream that events are published to.',
  ...documented(source.overlayKeys),
  example: 'kaireon-events',
});

const region = textAnswer({
  ...awsRegion,
  key: 'kinesis.region',
  shows: { in: 'configuration' },
  label: 'Region',
  help: 'The stream’s AWS region.',
  source: 'convention of the AWS SDK',
});

/** AWS's quota of one shard: 1,000 records or 1 MB a second. */
const RECORDS_PER_SHARD = 1_000;

export const shards: Size = {
  title: 'Kinesis shards',
  load: peakRps,
  count: (peak) => Math.ceil(peak / RECORDS_PER_SHARD),
  how: (peak) => `${inFigures(peak)} requests/s at the peak ÷ 1,000 records/s a shard, rounded up`,
  assumes:
    'Each request publishes one record of 1 KB or less, and the partition keys spread the records evenly. A shard takes 1,000 records/s or 1 MB/s.',
};

export const kinesis: Backend = {
  id: 'kinesis',
  title: 'Kinesis',
  summary: 'Amazon Kinesis Data Streams. Replayable for 24 hours up to 365 days.',
  selector: 'kinesis',
  block: { root: 'kinesis', answers: [streamName, region], required: streamName },
  mustExist: (read) => `the Kinesis stream${named('', read(streamName))}`,
  sizes: [shards],
  prerequisites: [
    {
      id: 'kinesis-stream',
      text: ({ read }) =>
        `The Kinesis stream${named('', read(streamName))}${named(' in', read(region))}, ACTIVE, with shards for your peak.`,
      verify: ({ read }) =>
        `aws kinesis describe-stream-summary ${shellFlag('--stream-name', read(streamName), 'KINESIS_STREAM')}${inRegion(read(region))}`,
      limit: 'eventbus-must-exist',
      origin: 'documented',
    },
    {
      id: 'kinesis-role',
      text: 'An IAM role that lets the outbox publisher’s pods write to that stream. How the chart attaches a role to its service accounts is not documented.',
      verify:
        'aws iam simulate-principal-policy --policy-source-arn "$PUBLISHER_ROLE_ARN" --resource-arns "$KINESIS_STREAM_ARN" --action-names kinesis:PutRecord kinesis:PutRecords',
      origin: 'general',
    },
  ],
};
