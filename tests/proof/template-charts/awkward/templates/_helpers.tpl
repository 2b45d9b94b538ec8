{{/* {{ .Values.commented.a }} is only talked about, and so is `{{` */}}
{{- define "awkward.size" -}}
{{ (get .root.Values.named .tier).size }}
{{- end -}}
{{- define "awkward.list" -}}
{{- $root := index . 0 -}}{{- $name := index . 1 -}}
{{ index $root.Values.passed $name }}
{{- end -}}
{{- define "awkward.deep" -}}
{{ range $name, $value := . }}{{ $name }}{{ if kindIs "map" $value }}{{ include "awkward.deep" $value }}{{ else }}{{ $value }}{{ end }}{{ end }}
{{- end -}}
{{- define "awkward.render" -}}
{{- if .scope -}}
{{- tpl (cat "{{- with $.Scope -}}" .value "{{- end }}") (merge (dict "Scope" .scope) .context) -}}
{{- else -}}
{{- tpl .value .context -}}
{{- end -}}
{{- end -}}
{{- define "awkward.partial" -}}
partial: {{ .size }}
{{- end -}}
