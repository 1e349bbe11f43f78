# syntax=docker/dockerfile:1
# The steps are scripts in tools/docker, so that a test can run them without Docker.

FROM node:24-bookworm-slim AS build
WORKDIR /etatlotse
COPY package.json package-lock.json ./
COPY tools/ tools/
RUN sh tools/docker/install.sh
COPY tsconfig.base.json nx.json ./
COPY libs/ libs/
COPY api/ api/
COPY web/ web/
RUN sh tools/docker/build.sh
RUN sh tools/docker/prune.sh

FROM node:24-bookworm-slim AS run
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 WEB_ROOT=/etatlotse/dist/web ETATLOTSE_DATA_DIR=/data
WORKDIR /etatlotse
COPY --from=build /etatlotse/package.json ./
COPY --from=build /etatlotse/node_modules/ node_modules/
COPY --from=build /etatlotse/dist/ dist/
COPY --from=build /etatlotse/tools/docker/entry.sh tools/docker/entry.sh
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/v1/health/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["sh", "tools/docker/entry.sh"]
CMD ["api"]
