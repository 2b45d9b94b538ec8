import type { Backend } from '@/lib/domain/option';
import { eventbridge } from './eventbridge';
import { kafka } from './kafka';
import { kinesis } from './kinesis';
import { msk } from './msk';
import { pulsar } from './pulsar';

/** Every event bus that can be chosen, in the order of the cards. Each file says whether it is the documented one. */
export const eventBusBackends: readonly Backend[] = [kafka, kinesis, pulsar, msk, eventbridge];
