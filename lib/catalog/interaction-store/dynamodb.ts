import type { Read } from '@/lib/domain/answer';
import { textAnswer } from '@/lib/domain/declare';
import { type Size, sizeFigure } from '@/lib/domain/figure';
import { limit } from '@/lib/domain/limit';
import type { Backend } from '@/lib/domain/option';
import { inFigures, plural } from '@/lib/domain/plural';
import { shellFlag } from '@/lib/domain/shell-quote';
import { iamRole, inRegion, inState, named } from '../commands';
import { writesPerSecond } from '../plan/customers';
import { awsRegion, dynamodbName } from '../text-patterns';

const tableName = textAnswer('dynamodb.tableName', {
  ...dynamodbName,
  shows: { in: 'configuration', names: ['DYNAMODB_TABLE_NAME', 'DYNAMODB_TABLE'] },
  label: 'Table name',
  help: 'The table for interaction history, partitioned by customerId.',
  source: 'convention of the AWS SDK',
  example: 'kaireon-interactions',
});

const region = textAnswer('dynamodb.region', {
  ...awsRegion,
  help: 'The table’s AWS region.',
});

/** AWS's quota of one partition. */
const UNITS_PER_PARTITION = 1_000;

const writeUnits: Size = {
  title: 'DynamoDB write units',
  load: writesPerSecond,
  count: (writes) => writes,
  how: (writes) => `${inFigures(writes)} sustained writes/s × 1 unit each`,
  assumes:
    'Each interaction is one item of 1 KB or less, written once, outside of a transaction and without a secondary index.',
};

const partitions: Size = {
  title: 'DynamoDB partitions',
  load: writesPerSecond,
  count: (writes) => Math.ceil(writes / UNITS_PER_PARTITION),
  how: (writes) => `${inFigures(writes)} write units ÷ 1,000 a partition, rounded up`,
  assumes:
    'customerId spreads the writes evenly: a single customer never writes more than 1,000 items/s.',
};

/** How many write units the load takes, in words. */
function unitsNeeded(read: Read): string {
  const writes = read(writesPerSecond);
  return writes === undefined
    ? 'with write units for your load'
    : `at least ${plural(writeUnits.count(writes), 'write unit')}`;
}

export const dynamodb: Backend = {
  id: 'dynamodb',
  title: 'DynamoDB',
  summary: 'Serverless, partitioned by customerId, so no table bloat. The large default.',
  isDefault: true,
  selector: 'dynamodb',
  block: { enabled: 'dynamodb.enabled', answers: [tableName, region], required: tableName },
  mustExist: (read) => `the DynamoDB table${named('', read(tableName))}`,
  figures: [sizeFigure(writeUnits), sizeFigure(partitions)],
  limits: [
    limit('store-write-units', {
      when: ({ read }) => read(writesPerSecond) !== undefined,
      keys: [tableName.key],
      message({ read }) {
        const writes = read(writesPerSecond) ?? 0;
        return `Your load takes ${unitsNeeded(read)}, at one item of 1 KB a write. That is ${writeUnits.how(writes)}, over ${plural(partitions.count(writes), 'partition')} of 1,000 or more. ${writeUnits.assumes} ${partitions.assumes} Raise the account’s quota of write units before the load test if it is lower.`;
      },
      source: 'Amazon DynamoDB: Service quotas; arithmetic on your numbers',
    }),
  ],
  prerequisites: {
    'dynamodb-table': {
      text: ({ read }) =>
        `The DynamoDB table${named('', read(tableName))}${named(' in', read(region))}, ACTIVE, partitioned by customerId, ${unitsNeeded(read)}. Its full key schema is not documented.`,
      verify: ({ read }) =>
        inState(
          `aws dynamodb describe-table ${shellFlag('--table-name', read(tableName), 'DYNAMODB_TABLE')}${inRegion(read(region))}`,
          'Table.[TableStatus, KeySchema[0].AttributeName, BillingModeSummary.BillingMode, ProvisionedThroughput.WriteCapacityUnits]',
          'ACTIVE',
        ),
      good: ({ read }) =>
        `ACTIVE, customerId, and PAY_PER_REQUEST for a table on demand; else None with its write units, ${unitsNeeded(read)}.`,
      limit: 'interaction-store-must-exist',
      origin: 'documented',
    },
    'dynamodb-role': iamRole({
      lets: 'the API’s pods read and write that table',
      role: 'API_ROLE_ARN',
      resource: 'DYNAMODB_TABLE_ARN',
      actions: [
        'dynamodb:GetItem',
        'dynamodb:Query',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        'dynamodb:BatchWriteItem',
      ],
    }),
  },
};
