/** A scalar of a manifest and where it stands, as `spec.template.spec.containers[0].image` is written. */
export interface Found {
  readonly field: string;
  readonly value: string | number | boolean;
}

export interface Container {
  readonly name: string;
  readonly requests: Readonly<Record<string, Found>>;
  readonly limits: Readonly<Record<string, Found>>;
  /** Asked names, and whatever stands in a ConfigMap. */
  readonly env: readonly EnvEntry[];
  /** ConfigMaps that it takes whole. */
  readonly envFrom: readonly string[];
  /** Names that stand twice with different values. */
  readonly duplicates: readonly string[];
}

export interface EnvEntry {
  readonly name: string;
  readonly found: Found | undefined;
  /** Where its value stands in a ConfigMap. */
  readonly from: { readonly configMap: string; readonly key: string } | undefined;
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
  readonly selector: Selector | undefined;
}

/** What a workload's manifest says, as far as something asks for it. */
export interface WorkloadFields {
  readonly podLabels: Readonly<Record<string, string>>;
  readonly replicas: Found | undefined;
  readonly containers: readonly Container[];
  readonly nodeSelector: Readonly<Record<string, Found>>;
  readonly spread: readonly SpreadConstraint[];
  readonly concurrencyPolicy: Found | undefined;
  readonly suspend: Found | undefined;
}

/** What an HPA or a ScaledObject says, as far as something asks for it. */
export interface ScalerFields {
  readonly target: { readonly kind: string; readonly name: string };
  readonly min: Found | undefined;
  readonly max: Found | undefined;
  readonly cpuTarget: Found | undefined;
  /** The HPA's CPU target is a share of the request, which each container then needs. */
  readonly isOnCpuShare: boolean;
  readonly pollingInterval: Found | undefined;
  readonly cooldownPeriod: Found | undefined;
  readonly triggers: readonly {
    readonly type: string;
    readonly listLength: Found | undefined;
  }[];
}

export interface BudgetFields {
  readonly selector: Selector | undefined;
  readonly minAvailable: Found | undefined;
  readonly maxUnavailable: Found | undefined;
}

/** One object of a render: what it is called, and only those of its fields that something asks for. */
export interface Manifest {
  readonly kind: string;
  readonly name: string;
  /** `''` where it goes to the release's. */
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Taken from a cluster, so that controllers and defaults may have changed it. */
  readonly isLive: boolean;
  readonly workload: WorkloadFields | undefined;
  readonly scaler: ScalerFields | undefined;
  readonly budget: BudgetFields | undefined;
  /** A ConfigMap's entries of asked names. */
  readonly entries: Readonly<Record<string, Found>> | undefined;
  /** Scalars that look like a probe's value; `text` is that value, which may stand inside a longer text. */
  readonly probes: readonly { readonly field: string; readonly text: string }[];
  /**
   * A fingerprint of each scalar by its field, so that two renders can be compared and a value found while none is
   * kept. Only for objects that belong to tiers, and for ConfigMaps.
   */
  readonly prints: ReadonlyMap<string, number>;
}

/** What a file of manifests holds. */
export interface Render {
  readonly objects: readonly Manifest[];
  /** How many Secrets were dropped unread. */
  readonly secrets: number;
  /** The documents that could not be read, by the line, from 1, at which each starts. The others are read. */
  readonly broken: readonly { readonly line: number }[];
  /** What was done with the file as a whole, in sentences. */
  readonly remarks: readonly string[];
}

/** `Deployment/kaireon-api`: how an object is named in a choice, in evidence and in findings. */
export const nameOf = ({ kind, name }: Pick<Manifest, 'kind' | 'name'>): string =>
  `${kind}/${name}`;
