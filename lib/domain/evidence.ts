/**
 * Where an answer, or a derived key, shows in a rendered manifest: a field of the objects of its tier, which is the
 * option that declares it. The proof looks nowhere else.
 */
export type Evidence =
  /** Whether the tier has a workload at all. */
  | { readonly in: 'workload' }
  /** `spec.replicas` of the workload. */
  | { readonly in: 'replicas' }
  /** A request or a limit of the tier's container. */
  | {
      readonly in: 'resources';
      readonly kind: 'requests' | 'limits';
      readonly resource: 'cpu' | 'memory';
    }
  /** The HPA or the ScaledObject that targets the workload, by what the two call their fields. */
  | {
      readonly in: 'scaler';
      readonly field: 'exists' | 'min' | 'max' | 'cpuTarget';
      /** The kind that a switch makes. */
      readonly kind?: 'HorizontalPodAutoscaler' | 'ScaledObject';
    }
  /** The ScaledObject that targets the workload: fields that an HPA does not have, as KEDA spells them. */
  | {
      readonly in: 'keda';
      readonly field: 'listLength' | 'pollingInterval' | 'cooldownPeriod';
    }
  /** The PodDisruptionBudget that selects the workload's pods. */
  | { readonly in: 'budget'; readonly field: 'minAvailable' }
  | { readonly in: 'nodeSelector'; readonly label: string }
  /** The pods' spread constraints: a whole list, each of its leaves in its own field. */
  | { readonly in: 'spread' }
  /** `spec.concurrencyPolicy` of the tier's CronJobs. */
  | { readonly in: 'concurrencyPolicy' }
  /** Whether the CronJob of that name runs: it is there and not suspended. */
  | { readonly in: 'cronJob'; readonly name: string }
  /** An environment variable of that name, in a container or in a ConfigMap. */
  | { readonly in: 'environment'; readonly name: string }
  /**
   * Wherever configuration stands: no name is documented, so only the value can be looked for. `names` are the
   * variables that it usually stands in, by which a render shows whether another values file has filled it.
   */
  | { readonly in: 'configuration'; readonly names?: readonly string[] }
  /** In no field: no render can show it. */
  | { readonly in: 'no manifest' };

/** For a key that no render can show. */
export const inNoManifest: Evidence = { in: 'no manifest' };

/** What a render can show of a limit. `lib/proof` knows how each kind is looked for, and no option by its name. */
export type ShownBy =
  /** The verdicts of the keys at unverified paths. */
  | { readonly by: 'marked keys' }
  /** The constraints of a tier's pods over one topology, and whether they select those very pods. */
  | { readonly by: 'spread'; readonly tier: string; readonly topologyKey: string }
  /** A variable of a tier's container: the value that settles the limit, the one that makes it worse, and in what way. */
  | {
      readonly by: 'variable';
      readonly tier: string;
      readonly name: string;
      readonly settledAt: string;
      readonly worseAt: string;
      readonly worse: string;
    }
  /** The CronJobs of a tier, by number and name. */
  | { readonly by: 'jobs'; readonly tier: string }
  /** The verdict of the limit's own key. A render may contradict a choice, but never settles one. */
  | { readonly by: 'choice' }
  /** The variables of the chosen backends, and those that select them. */
  | { readonly by: 'backends' }
  /** Whether the variables of the limit's own key are filled. */
  | { readonly by: 'filled' }
  /** The type of a ScaledObject's trigger that starts with `prefix`: what `type` leaves open, and what is wrong with any other. */
  | {
      readonly by: 'trigger';
      readonly prefix: string;
      readonly type: string;
      readonly open: string;
      readonly worse: string;
    };
