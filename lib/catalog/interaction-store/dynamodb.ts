import { textAnswer } from '@/lib/domain/declare';
import { inFigures } from '@/lib/domain/in-figures';
import type { Backend } from '@/lib/domain/option';
import type { Size } from '@/lib/domain/plan';
import { shellFlag } from '@/lib/domain/shell-quote';
import { inRegion, named } from '../commands';
import { writesPerSecond } from '../plan/customers';
import { awsRegion, dynamodbName } from '../text-patterns';

const tableName = textAnswer({
  ...dynamodbName,
  key: 'dynamodb.tableName',
  shows: { in: 'configuration', names: ['DYNAMODB_TABLE_NAME', 'DYNAMODB_TABLE'] },
  label: 'Table name',
  help: 'The table for interaction history, partitioned by customerId.',
  source: 'convention of the AWS SDK',
  example: 'kaireon-interactions',
});

const region = textAnswer({
  ...awsRegion,
  key: 'dynamodb.region',
  shows: { in: 'configuration' },
  label: 'Region',
  help: 'The table’s AWS region.',
  source: 'convention of the AWS SDK',
});

/** AWS's quota of one partition. */
const UNITS_PER_PARTITION = 1_000;

export const writeUnits: Size = {
  title: 'DynamoDB write units',
  load: writesPerSecond,
  count: (writes) => writes,
  how: (writes) => `${inFigures(writes)} sustained writes/s × 1 unit each`,
  assumes:
    'Each interaction is one item of 1 KB or less, written once, outside of a transaction and without a secondary index.',
};

export const partitions: Size = {
  title: 'DynamoDB partitions',
  load: writesPerSecond,
  count: (writes) => Math.ceil(writes / UNITS_PER_PARTITION),
  how: (writes) => `${inFigures(writes)} write units ÷ 1,000 a partition, rounded up`,
  assumes:
    'customerId spreads the writes evenly: a single customer never writes more than 1,000 items/s.',
};

export const dynamodb: Backend = {
  id: 'dynamodb',
  title: 'DynamoDB',
  summary: 'Serverless, partitioned by customerId, so no table bloat. The large default.',
  isDefault: true,
  selector: 'dynamodb',
  block: { root: 'dynamodb', answers: [tableName, region], required: tableName },
  mustExist: (read) => `the DynamoDB table${named('', read(tableName))}`,
  sizes: [writeUnits, partitions],
  prerequisites: [
    {
      id: 'dynamodb-table',
      text: ({ read }) =>
        `The DynamoDB table${named('', read(tableName))}${named(' in', read(region))}, ACTIVE, partitioned by customerId. Its full key schema is not documented.`,
      verify: ({ read }) =>
        `aws dynamodb describe-table ${shellFlag('--table-name', read(tableName), 'DYNAMODB_TABLE')}${inRegion(read(region))} --query 'Table.[TableStatus,KeySchema,BillingModeSummary]'`,
      limit: 'interaction-store-must-exist',
      origin: 'documented',
    },
    {
      id: 'dynamodb-role',
      text: 'An IAM role that lets the API’s pods read and write that table. How the chart attaches a role to its service accounts is not documented.',
      verify:
        'aws iam simulate-principal-policy --policy-source-arn "$API_ROLE_ARN" --resource-arns "$DYNAMODB_TABLE_ARN" --action-names dynamodb:GetItem dynamodb:Query dynamodb:PutItem dynamodb:UpdateItem dynamodb:BatchWriteItem',
      origin: 'general',
    },
  ],
};
