import { textAnswer } from '@/lib/domain/declare';
import { shellFlag } from '@/lib/domain/shell-quote';
import type { Backend } from '../backend';
import { inRegion, named } from '../commands';
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

export const dynamodb: Backend = {
  id: 'dynamodb',
  title: 'DynamoDB',
  summary: 'Serverless, partitioned by customerId, so no table bloat. The large default.',
  isDefault: true,
  selector: 'dynamodb',
  block: {
    answers: [tableName, region],
    required: tableName,
    mustExist: (read) => `the DynamoDB table${named('', read(tableName))}`,
  },
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
