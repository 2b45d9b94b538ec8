import { createSignal } from '@/components/ui/signal';

/** `printLimits` prints the honest limits alone. */
export const { send: printLimits, listen: onPrintLimits } = createSignal();
