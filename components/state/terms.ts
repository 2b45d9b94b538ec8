/** The words that the page uses and that a newcomer may not know, in the order in which they are explained. */
export const TERMS = {
  overlay:
    'A file of values that Helm lays over the chart’s own. It holds only what you decide; every other key keeps the chart’s value, and lists are replaced whole.',
  'left to the chart':
    'An answer that you do not give: its key is not written, and the chart’s own value counts.',
  'unverified path':
    'A key whose place in the chart the public documentation does not spell out. A key that the chart does not read changes nothing, and Helm says nothing of it.',
  limit:
    'Something true of these choices that you should know before you apply the file. It never stops the file.',
  caution:
    'A limit of a choice that will probably hurt. Settle it by another answer, or accept it with a reason, which then stands in the file.',
  'to fill in':
    'A field that is blank and without which its part of the chart is switched on but not told what to connect to.',
  floor: 'The fewest pods that a tier may have, and what they request together.',
  ceiling: 'The most pods that a tier may have, and what they request together.',
  HPA: 'Horizontal Pod Autoscaler: Kubernetes adds pods of a tier as their CPU use rises.',
  KEDA: 'An add-on that scales a tier by the length of a queue, and starts and stops its pods with it.',
  budget: 'A PodDisruptionBudget: how many pods must stay while nodes are drained.',
  'wire path':
    'Where messages go, such as the event bus. The choice here says which one is spoken to; it creates none.',
  'not asked':
    'Image, ingress, TLS and the like stay in the chart’s own values. Passwords belong in Kubernetes Secrets: the tab Preflight names them.',
} as const;
export type Term = keyof typeof TERMS;
