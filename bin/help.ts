/** What `values-large --help` prints. */
export const HELP = `values-large makes a Helm overlay for KaireonAI, and proves what Helm made of it.

  values-large make [link]     prints values-large.yaml
  values-large probe [link]    prints probe.yaml: each number a value of its own,
                               to be rendered and never applied
  values-large prove [link or file] AFTER
                               says of each key whether it arrives in a render

link   what stands behind # or ? in the address of the page, or the whole
       address, in quotes: 'v=1&eventbus.backend=kinesis'. None: the defaults.
file   a values-large.yaml that was made here: its answers are in its head.
AFTER  what helm template prints with the overlay. A dash is standard input.

  --before FILE    the render without the overlay: shows what it changed
  --traced FILE    the render with the overlay and the probe: shows what arrives
  --chart PLACE    the chart's folder, or its .tgz: says of each key that is
                   nowhere which file and line read it, or that none is seen to
  --json           the result as JSON
  -h, --help       this text

A proof takes three renders of your own chart:

  h() { helm template kaireon ./helm -n kaireon \\
          --api-versions keda.sh/v1alpha1 -f helm/values.yaml "$@"; }
  values-large probe 'v=1' > probe.yaml
  h > before.yaml
  h -f helm/values-large.yaml > after.yaml
  h -f helm/values-large.yaml -f probe.yaml > traced.yaml
  values-large prove helm/values-large.yaml after.yaml \\
    --before before.yaml --traced traced.yaml --chart ./helm

It ends with 0 when no key differs and none is nowhere, with 1 when one does or
is, and with 2 when something could not be read. It opens no connection.
`;
