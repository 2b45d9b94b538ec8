import type { Backend } from '@/lib/domain/option';
import { iamRole, inState } from '../commands';

const CLUSTER = 'aws kafka describe-cluster-v2 --cluster-arn "$MSK_CLUSTER_ARN"';

/** In the base chart's list of publishers and not in the overlay's: see the limit publisher-only-by-config. */
export const msk: Backend = {
  id: 'msk',
  title: 'Amazon MSK',
  summary: 'Managed Kafka in AWS, with IAM. Selected by EVENT_PUBLISHER alone.',
  alias: null,
  selector: 'msk',
  mustExist: () => 'the MSK cluster with its topics',
  prerequisites: {
    'msk-cluster': {
      text: 'The MSK cluster, ACTIVE, with the topics interaction.recorded.v1 and decision.made.v1 unless it creates topics by itself, and its address in the MSK_* variables. Their exact names are not documented.',
      verify: inState(CLUSTER, 'ClusterInfo.[State, ClusterType, ClusterName]', 'ACTIVE'),
      good: 'ACTIVE, the type and the name of your cluster.',
      limit: 'eventbus-must-exist',
      origin: 'documented',
    },
    'msk-brokers': {
      text: 'A way from the cluster’s network to the brokers of MSK, on port 9098 with IAM.',
      verify:
        'aws kafka get-bootstrap-brokers --cluster-arn "$MSK_CLUSTER_ARN" --query BootstrapBrokerStringSaslIam --output text | grep :',
      good: 'The brokers that take IAM logins, as host:port pairs.',
    },
    'msk-role': iamRole({
      lets: 'the outbox publisher’s pods connect to that cluster',
      role: 'PUBLISHER_ROLE_ARN',
      resource: 'MSK_CLUSTER_ARN',
      actions: ['kafka-cluster:Connect'],
    }),
    'msk-topic-role': iamRole({
      lets: 'the outbox publisher’s pods write to each of its topics',
      role: 'PUBLISHER_ROLE_ARN',
      resource: 'MSK_TOPIC_ARN',
      actions: ['kafka-cluster:DescribeTopic', 'kafka-cluster:WriteData'],
    }),
  },
};
