import { textAnswer } from '@/lib/domain/declare';
import { shellFlag } from '@/lib/domain/shell-quote';
import type { Backend } from '../backend';
import { awsRegion, dynamodbName } from '../text-patterns';

const tableName = textAnswer({
  ...dynamodbName,
  key: 'dynamodb.tableName',
  label: 'Table name',
  help: 'The table for interaction history, partitioned by customerId.',
  source: 'convention of the AWS SDK',
  example: 'kaireon-interactions',
});

const region = textAnswer({
  ...awsRegion,
  key: 'dynamodb.region',
  label: 'Region',
  help: 'The table’s AWS region.',
  source: 'convention of the AWS SDK',
});

export const dynamodb: Backend = {
  id: 'dynamodb',
  title: 'DynamoDB',
  summary: 'Serverless, partitioned by customerId, so no table bloat. The large default.',
  selector: 'dynamodb',
  block: {
    answers: [tableName, region],
    required: tableName,
    mustExist: (read) =>
      read(tableName) ? `the DynamoDB table ${read(tableName)}` : 'the DynamoDB table',
  },
  prerequisites: [
    {
      id: 'dynamodb-table',
      text: ({ read }) =>
        `The DynamoDB table${read(tableName) ? ` ${read(tableName)}` : ''}${read(region) ? ` in ${read(region)}` : ''}, active, and an IAM role that lets the API read and write it.`,
      verify: ({ read }) =>
        `aws dynamodb describe-table ${shellFlag('--table-name', read(tableName), 'DYNAMODB_TABLE')}${read(region) ? ` --region ${read(region)}` : ''}`,
      limit: 'interaction-store-must-exist',
      basis: 'documented',
    },
  ],
};
