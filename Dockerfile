# docker build -t values-large . && docker run -p 3000:3000 values-large
# The tests build and start the server with the RUN, COPY --from and CMD of this file: tests/container.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build
# Its first use makes the command line, in one file: docker run values-large node bin/values-large.mjs --help
RUN node bin/values-large.mjs --help

FROM node:24-bookworm-slim AS run
WORKDIR /app
ENV NODE_ENV=production
ENV NEXT_TELEMETRY_DISABLED=1
ENV PORT=3000
COPY --from=build /app/.next/standalone ./
COPY --from=build /app/.next/static ./.next/static
COPY --from=build /app/server/serve.mjs ./server/serve.mjs
COPY --from=build /app/public ./public
COPY --from=build /app/bin ./bin
# The image's own user `node`, by number, so that Kubernetes can see that it is not root. It may write nowhere in /app.
USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s CMD ["node", "-e", "fetch(`http://localhost:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/serve.mjs"]
