import { caution } from '@/lib/domain/limit';
import type { Backend } from '@/lib/domain/option';
import { iamRole } from '../commands';
import { streamEnabled } from '../tiers/stream';

/** In the base chart's list of publishers and not in the overlay's: see the limit publisher-only-by-config. */
export const eventbridge: Backend = {
  id: 'eventbridge',
  title: 'Amazon EventBridge',
  summary: 'Rules that send events on to Lambda, Step Functions or SQS; billed by the event.',
  alias: null,
  selector: 'eventbridge',
  mustExist: () => 'the EventBridge event bus with its rules',
  limits: [
    caution('eventbridge-no-consumer', {
      when: ({ read }) => read(streamEnabled) === true,
      keys: [streamEnabled.key],
      message:
        'The stream tier has consumers for Kafka, Kinesis and Pulsar, and none for EventBridge. Only kafka_consumer, kinesis_consumer and pulsar_consumer are documented, so it cannot read what the outbox publishes. Give it a source of one of these kinds, or turn it off.',
      source: 'streaming-runtime',
    }),
  ],
  prerequisites: {
    'eventbridge-bus': {
      text: 'The event bus, and its name in the EVENTBRIDGE_* variables. Their exact names are not documented.',
      verify:
        'aws events describe-event-bus --name "$EVENT_BUS_NAME" --query Arn --output text | grep :event-bus/',
      good: 'The ARN of your event bus.',
      limit: 'eventbus-must-exist',
      origin: 'documented',
    },
    'eventbridge-rules': {
      text: 'A rule for every event that somebody needs: EventBridge drops what no rule matches.',
      verify:
        "aws events list-rules --event-bus-name \"$EVENT_BUS_NAME\" --query 'Rules[].[State, Name, EventPattern]' --output text | grep '^ENABLED'",
      good: 'Your rules, ENABLED, with patterns that match interaction.recorded.v1 and decision.made.v1.',
    },
    'eventbridge-role': iamRole({
      lets: 'the outbox publisher’s pods put events on that bus',
      role: 'PUBLISHER_ROLE_ARN',
      resource: 'EVENT_BUS_ARN',
      actions: ['events:PutEvents'],
    }),
  },
};
