# The application as a container image: API and web at one address, on a PostgreSQL given
# by DATABASE_URL. docker-compose.yml brings both; docs/guides/running.md says how.

FROM node:24-bookworm-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY scoring/package.json scoring/
COPY scoring/cli/package.json scoring/cli/
COPY api/package.json api/
COPY web/package.json web/

# Builds everything, with the compilers.
FROM manifests AS build
RUN npm ci
COPY . .
RUN npm run build

# What the running application imports, without compilers, browser or embedded database.
FROM manifests AS packages
RUN npm ci --omit=dev --workspace=scoring --workspace=api

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=packages /app ./
COPY --from=build /app/scoring/dist scoring/dist
COPY --from=build /app/api/dist api/dist
COPY --from=build /app/web/dist web/dist
COPY launcher launcher
COPY seeds seeds
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/v1/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "launcher/src/start.ts"]
