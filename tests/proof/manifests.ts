export const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: kaireon-api
  labels: { component: api }
spec:
  replicas: 2
  template:
    metadata:
      labels: { app: api, pod-template-hash: abc }
    spec:
      topologySpreadConstraints:
        - { maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: DoNotSchedule, labelSelector: { matchLabels: { app: api } } }
      containers:
        - name: api
          env:
            - { name: WORKER_INPROCESS, value: "0" }
            - { name: PASSWORD, value: hunter2-in-the-clear }
            - { name: TWICE, value: "1" }
            - { name: TWICE, value: "2" }
          resources: { requests: { cpu: 2000m, memory: 4Gi }, limits: { cpu: 4, memory: 2Gi } }
        - name: logs
`;
export const HPA = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: api }
spec:
  scaleTargetRef: { kind: Deployment, name: kaireon-api }
  minReplicas: 2
  maxReplicas: 50
  metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } } }]
`;
const OTHERS = `apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: api }
spec: { scaleTargetRef: { name: kaireon-api }, minReplicaCount: 2 }
---
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: lost }
spec: { scaleTargetRef: { name: nobody } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: one }
spec: { minAvailable: 100%, selector: { matchLabels: { app: api } } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: two }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: api } } }
`;
export const SECRET = `apiVersion: v1
kind: Secret
metadata: { name: kaireon }
stringData: { password: hunter2 }
`;
/** All of them in one file: {@link findingsOf} has something to say of nearly each. */
export const RENDER = [DEPLOYMENT, HPA, OTHERS, SECRET].join('---\n');
