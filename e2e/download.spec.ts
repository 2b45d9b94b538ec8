import { expectedFile } from './support/files';
import { expect, test } from './support/test';

test('the untouched page downloads the documented overlay, byte for byte', async ({ wizard }) => {
  await wizard.open();
  await wizard.makes('defaults');
  await expect(wizard.status).toHaveText('values-large.yaml was downloaded.');
});

/** Every answer of every tier, by its key. */
const EVERYTHING: readonly (readonly [key: string, text: string])[] = [
  ['api.autoscaling.minReplicas', '12'],
  ['api.autoscaling.maxReplicas', '80'],
  ['api.autoscaling.targetCPUUtilizationPercentage', '60'],
  ['api.resources.requests.cpu', '1500m'],
  ['api.resources.requests.memory', '6Gi'],
  ['api.resources.limits.cpu', '6'],
  ['api.resources.limits.memory', '12Gi'],
  ['worker.keda.minReplicaCount', '0'],
  ['worker.keda.maxReplicaCount', '50'],
  ['worker.keda.listLength', '20'],
  ['worker.keda.pollingInterval', '10'],
  ['worker.keda.cooldownPeriod', '180'],
  ['worker.resources.requests.cpu', '1'],
  ['worker.resources.requests.memory', '2Gi'],
  ['worker.resources.limits.cpu', '2'],
  ['worker.resources.limits.memory', '4Gi'],
  ['mlWorker.autoscaling.minReplicas', '1'],
  ['mlWorker.autoscaling.maxReplicas', '4'],
  ['mlWorker.resources.requests.cpu', '4'],
  ['mlWorker.resources.requests.memory', '16Gi'],
  ['mlWorker.resources.limits.cpu', '16'],
  ['mlWorker.resources.limits.memory', '32Gi'],
  ['outboxPublisher.replicaCount', '5'],
  ['outboxPublisher.podDisruptionBudget.minAvailable', '3'],
  ['outboxPublisher.pollIntervalMs', '500'],
  ['outboxPublisher.resources.requests.cpu', '250m'],
  ['outboxPublisher.resources.requests.memory', '768Mi'],
  ['cron.resources.requests.cpu', '50m'],
  ['cron.resources.requests.memory', '128Mi'],
  ['stream.enabled', 'true'],
  ['stream.replicaCount', '4'],
  ['stream.resources.requests.cpu', '0.5'],
  ['stream.resources.requests.memory', '4Gi'],
  ['mcp.dedicated', 'true'],
  ['mcp.replicaCount', '3'],
  ['mcp.resources.requests.cpu', '1'],
  ['mcp.resources.requests.memory', '1073741824'],
  ['postgresExternalReplicas', '4'],
  ['plan.zones', '2'],
];

test('every tier filled in through the form downloads the file written by hand for it', async ({
  wizard,
}) => {
  test.slow(); // 40 fields
  await wizard.open();
  for (const [key, text] of EVERYTHING) {
    if (text === 'true') await wizard.turn(key, 'on');
    else await wizard.fill(key, text);
  }
  await wizard.makes('everything-on');
});

test('Copy YAML copies the file as it is', async ({ wizard, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await wizard.open('#v=1&eventbus.enabled=false&interactionStore.backend=pg');
  await wizard.button('Copy YAML').click();
  await expect(wizard.status).toHaveText('The YAML was copied.');
  expect(await wizard.clipboard()).toBe(expectedFile('bus-off-store-pg').toString());
});
