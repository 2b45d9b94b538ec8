/** A scalar of a manifest and where it stands, as `spec.template.spec.containers[0].image` is written. */
export interface Found {
  readonly field: string;
  readonly value: string | number | boolean;
}

export interface Container {
  readonly name: string;
  /** Of the pod's `spec`, such as `spec.template.spec.containers[0]`. */
  readonly field: string;
  readonly requests: Readonly<Record<string, Found>>;
  readonly limits: Readonly<Record<string, Found>>;
  /** Asked names only; `from` where the value stands in another object. */
  readonly env: readonly EnvEntry[];
  readonly envFrom: readonly { readonly kind: 'ConfigMap' | 'Secret'; readonly name: string }[];
  /** Names that stand twice with different values. */
  readonly duplicates: readonly string[];
}

export interface EnvEntry {
  readonly name: string;
  readonly found?: Found;
  readonly from?: {
    readonly kind: 'ConfigMap' | 'Secret' | 'other';
    readonly name: string;
    readonly key: string;
  };
}

/** Labels that pods must have, as `matchLabels` and `matchExpressions` say it. */
export interface Selector {
  readonly matchLabels: Readonly<Record<string, string>>;
  readonly expressions: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values: readonly string[];
  }[];
}

export interface SpreadConstraint {
  /** Its scalars, and its selector's labels, each by its path within the constraint. */
  readonly fields: Readonly<Record<string, Found>>;
  readonly selector?: Selector;
}

/** What a workload's manifest says, in so far as it is asked. */
export interface WorkloadFields {
  readonly podLabels: Readonly<Record<string, string>>;
  readonly replicas?: Found;
  readonly containers: readonly Container[];
  readonly nodeSelector: Readonly<Record<string, Found>>;
  readonly spread: readonly SpreadConstraint[];
  readonly concurrencyPolicy?: Found;
  readonly suspend?: Found;
}

/** What an HPA or a ScaledObject says, in so far as it is asked. */
export interface ScalerFields {
  readonly target: { readonly kind: string; readonly name: string };
  readonly min?: Found;
  readonly max?: Found;
  readonly cpuTarget?: Found;
  /** The HPA's CPU target is a share of the request, which each container then needs. */
  readonly isOnCpuShare: boolean;
  readonly pollingInterval?: Found;
  readonly cooldownPeriod?: Found;
  readonly triggers: readonly { readonly type: string; readonly listLength?: Found }[];
}

export interface BudgetFields {
  readonly selector?: Selector;
  readonly minAvailable?: Found;
  readonly maxUnavailable?: Found;
}

/** One object of a render: what it is called, and only those of its fields that something asks for. */
export interface Manifest {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Taken from a cluster, so that controllers and defaults have had their say. */
  readonly isLive: boolean;
  readonly workload?: WorkloadFields;
  readonly scaler?: ScalerFields;
  readonly budget?: BudgetFields;
  /** A ConfigMap's entries of asked names. */
  readonly entries?: Readonly<Record<string, Found>>;
  /** Scalars that look like a probe's value; `text` is that value, which may stand inside a longer text. */
  readonly probes: readonly { readonly field: string; readonly text: string }[];
  /**
   * A fingerprint of each scalar by its field, so that two renders can be compared and a value looked for while none
   * is kept. Only for objects that belong to tiers, and for ConfigMaps.
   */
  readonly prints: ReadonlyMap<string, number>;
}

/** A document that could not be read. The others are not touched by it. */
export interface BrokenDocument {
  /** The line at which it starts, from 1. */
  readonly line: number;
  readonly message: string;
}

/** What a file of manifests holds. */
export interface Render {
  readonly objects: readonly Manifest[];
  /** How many Secrets were dropped unread. */
  readonly secrets: number;
  readonly broken: readonly BrokenDocument[];
  /** What was done with the file as a whole, in sentences. */
  readonly remarks: readonly string[];
}

/** `Deployment/kaireon-api`: how an object is named in a choice, in evidence and in findings. */
export const nameOf = ({ kind, name }: Pick<Manifest, 'kind' | 'name'>): string =>
  `${kind}/${name}`;
