/** What may be entered: a switch, one of a few, whole numbers from and to, a quantity, or free text. */
export type Bounds =
  | 'switch'
  | 'cpu'
  | 'memory'
  | 'text'
  | readonly string[]
  | readonly [number, number];

/** `D`: the path is spelled out in the public documentation. `U`: it is not. `-`: it is no path. */
export type Row = readonly [
  key: string,
  fallback: string,
  bounds: Bounds,
  provenance: 'D' | 'U' | '-',
];

/** Every answer, typed from the document of keys and not from the code. The order is the order of a link. */
export const VALUES_KEYS: readonly Row[] = [
  // Tiers
  ['api.autoscaling.minReplicas', '6', [1, 1000], 'U'],
  ['api.autoscaling.maxReplicas', '50', [1, 1000], 'U'],
  ['api.autoscaling.targetCPUUtilizationPercentage', '70', [10, 95], 'U'],
  ['api.resources.requests.cpu', '2', 'cpu', 'U'],
  ['api.resources.requests.memory', '4Gi', 'memory', 'U'],
  ['api.resources.limits.cpu', '4', 'cpu', 'U'],
  ['api.resources.limits.memory', '8Gi', 'memory', 'U'],
  ['plan.apiNodeGroup', 'true', 'switch', 'U'],
  ['plan.apiZoneSpread', 'strict', ['strict', 'soft', 'off'], 'U'],
  ['plan.apiPodLabels', '', 'text', '-'],
  ['worker.keda.minReplicaCount', '4', [0, 1000], 'U'],
  ['worker.keda.maxReplicaCount', '30', [1, 1000], 'U'],
  ['worker.keda.listLength', '50', [1, 10000], 'U'],
  ['worker.keda.pollingInterval', '15', [1, 3600], 'U'],
  ['worker.keda.cooldownPeriod', '300', [0, 86400], 'U'],
  ['worker.resources.requests.cpu', '2', 'cpu', 'U'],
  ['worker.resources.requests.memory', '4Gi', 'memory', 'U'],
  ['worker.resources.limits.cpu', '4', 'cpu', 'U'],
  ['worker.resources.limits.memory', '8Gi', 'memory', 'U'],
  ['mlWorker.enabled', 'true', 'switch', 'D'],
  ['mlWorker.autoscaling.minReplicas', '2', [1, 1000], 'U'],
  ['mlWorker.autoscaling.maxReplicas', '10', [1, 1000], 'U'],
  ['mlWorker.resources.requests.cpu', '2', 'cpu', 'U'],
  ['mlWorker.resources.requests.memory', '8Gi', 'memory', 'U'],
  ['mlWorker.resources.limits.cpu', '8', 'cpu', 'U'],
  ['mlWorker.resources.limits.memory', '16Gi', 'memory', 'U'],
  ['outboxPublisher.replicaCount', '3', [1, 100], 'U'],
  ['outboxPublisher.podDisruptionBudget.minAvailable', '2', [0, 99], 'U'],
  ['outboxPublisher.pollIntervalMs', '1000', [100, 60000], 'U'],
  ['outboxPublisher.resources.requests.cpu', '200m', 'cpu', 'U'],
  ['outboxPublisher.resources.requests.memory', '512Mi', 'memory', 'U'],
  ['cron.enabled', 'true', 'switch', 'D'],
  ['cron.concurrencyPolicy', 'Forbid', ['Forbid', 'Allow', 'Replace'], 'U'],
  ['cron.resources.requests.cpu', '100m', 'cpu', 'U'],
  ['cron.resources.requests.memory', '64Mi', 'memory', 'U'],
  ['cron.schedules.cleanup.enabled', 'true', 'switch', 'D'],
  ['cron.schedules.engagementHealthRecompute.enabled', 'true', 'switch', 'D'],
  ['cron.schedules.gitopsDriftCheck.enabled', 'true', 'switch', 'D'],
  ['cron.schedules.approvalsExpire.enabled', 'true', 'switch', 'D'],
  ['cron.schedules.flowSchedulerTick.enabled', 'true', 'switch', 'D'],
  ['cron.schedules.scheduledRetrains.enabled', 'true', 'switch', 'D'],
  ['cron.schedules.outboxReaper.enabled', 'true', 'switch', 'D'],
  ['stream.enabled', 'false', 'switch', 'U'],
  ['stream.replicaCount', '2', [1, 100], 'U'],
  ['stream.resources.requests.cpu', '1', 'cpu', 'U'],
  ['stream.resources.requests.memory', '2Gi', 'memory', 'U'],
  ['mcp.dedicated', 'false', 'switch', 'D'],
  ['mcp.replicaCount', '2', [1, 100], 'U'],
  ['mcp.resources.requests.cpu', '500m', 'cpu', 'U'],
  ['mcp.resources.requests.memory', '1Gi', 'memory', 'U'],
  // Datastores
  ['postgresExternalReplicas', '2', [0, 100], 'D'],
  ['redis.cluster', 'true', 'switch', 'D'],
  ['opensearch.enabled', 'true', 'switch', 'D'],
  // Event bus
  ['eventbus.enabled', 'true', 'switch', 'D'],
  ['eventbus.backend', 'kafka', ['kafka', 'kinesis', 'pulsar', 'msk', 'eventbridge'], 'D'],
  ['kafka.brokers', '', 'text', 'D'],
  ['kinesis.streamName', '', 'text', 'D'],
  ['kinesis.region', '', 'text', 'U'],
  ['pulsar.serviceUrl', '', 'text', 'U'],
  // Interaction store
  [
    'interactionStore.backend',
    'dynamodb',
    ['dynamodb', 'pg', 'scylla', 'cassandra', 'keyspaces'],
    'D',
  ],
  ['dynamodb.tableName', '', 'text', 'U'],
  ['dynamodb.region', '', 'text', 'U'],
  ['scylla.contactPoints', '', 'text', 'U'],
  ['scylla.localDataCenter', '', 'text', 'U'],
  ['scylla.keyspace', '', 'text', 'U'],
  ['cassandra.contactPoints', '', 'text', 'U'],
  ['cassandra.localDataCenter', '', 'text', 'U'],
  ['cassandra.keyspace', '', 'text', 'U'],
  // Plan
  ['plan.peakRps', '', [1, 10_000_000], '-'],
  ['plan.rpsPerPod', '', [1, 10_000_000], '-'],
  ['plan.cpuPerPod', '', 'cpu', '-'],
  ['plan.zones', '3', [1, 10], '-'],
  ['plan.activeCustomers', '', [0, 10_000_000_000], '-'],
  ['plan.writesPerSecond', '', [0, 10_000_000], '-'],
  ['plan.multiRegion', 'false', 'switch', '-'],
  ['plan.nodeCpu', '', 'cpu', '-'],
  ['plan.nodeMemory', '', 'memory', '-'],
  ['plan.nodeCount', '', [1, 10_000], '-'],
  ['plan.apiNodeCount', '', [1, 10_000], '-'],
  ['plan.postgresProvider', 'other', ['other', 'rds', 'aurora', 'supabase'], '-'],
  ['plan.postgresMaxConnections', '', [1, 100_000], '-'],
  ['plan.postgresPoolSize', '', [1, 1000], '-'],
];
