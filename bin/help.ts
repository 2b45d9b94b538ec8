/** What `values-large --help` prints. */
export const HELP = `values-large makes a Helm overlay for KaireonAI, and proves what Helm made of it.

  values-large make [link]     prints values-large.yaml
  values-large probe [link or file]
                               prints probe.yaml: each number a value of its own,
                               to be rendered and never applied
  values-large prove [link or file] AFTER
                               says of each key whether it arrives in a render

link   what stands behind # or ? in the address of the page, or the whole
       address, in quotes: 'v=1&eventbus.backend=kinesis'. None: the defaults.
file   a values-large.yaml that was made here: its answers are in its head.
AFTER  what helm template prints with the overlay. A dash is standard input.

  --before FILE    the render without the overlay: shows what it changed
  --traced FILE    the render with the overlay and the probe: shows what arrives
  --workload TIER=KIND/NAME
                   which workload is a tier, where several fit or none does:
                   api=Deployment/kaireon-api. May be given several times.
  --json           the result as JSON
  -h, --help       this text

A proof takes three renders of your own chart:

  h() { helm template kaireon ./helm -n kaireon \\
          --api-versions keda.sh/v1alpha1 \\
          -f helm/values.yaml -f helm/values-large.yaml "$@"; }
  values-large probe values-large.yaml > probe.yaml
  h > before.yaml
  h -f values-large.yaml > after.yaml
  h -f values-large.yaml -f probe.yaml > traced.yaml
  values-large prove values-large.yaml after.yaml \\
    --before before.yaml --traced traced.yaml

What it says of a key:
  reached             it arrives, in the object and field that are named
  there, not proved   the value stands there, but this key need not have put it
  differs             the object has another value
  nowhere             nothing in this render carries it
  cannot be told      no render shows it, or several workloads fit the tier

It ends with 0 when no key differs and none is nowhere, with 1 when one does or
is, and with 2 when something could not be read: a file, a link, or a document
of a render. A link with faults ends with 2, one fault a line on standard error,
and prints nothing. It opens no connection. Secrets are dropped unread.

Where the chart has a values.schema.json, render the probe with
--skip-schema-validation (Helm 3.16 or later). Where its own checks refuse the
probe, leave --traced out.
`;
