{{- define "helpers.name" -}}
{{ .root.Release.Name }}-{{ .tier }}
{{- end }}
{{- define "helpers.workload" -}}
{{- $v := get .root.Values .key }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "helpers.name" . }}
  labels: { component: {{ .tier }} }
spec:
  {{- if hasKey $v "count" }}
  replicas: {{ $v.count }}
  {{- end }}
  template:
    metadata: { labels: { component: {{ .tier }} } }
    spec:
      containers:
        - name: c
          image: kaireon:1
          {{- if .sidecar }}
        - name: logs
          image: logs:1
          {{- end }}
          {{- if $v.resources }}
          resources: {{- include "helpers.resources" (dict "r" $v.resources) | nindent 12 }}
          {{- end }}
{{- end }}
{{- define "helpers.resources" -}}
requests:
  cpu: {{ .r.requests.cpu | quote }}
{{- end }}
{{- define "helpers.hpa" -}}
{{- $v := index .root.Values .key }}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: {{ include "helpers.name" . }}
spec:
  scaleTargetRef: { kind: Deployment, name: {{ include "helpers.name" . }} }
  minReplicas: {{ dig "hpa" "minpods" 1 $v }}
  maxReplicas: {{ $v.hpa.maxpods }}
{{- end }}
