# The product: built in one stage, run in another that has neither compiler nor sources.
FROM eclipse-temurin:25-jdk AS build
RUN apt-get update \
  && apt-get install --yes --no-install-recommends maven \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY . .
RUN ./wrenchline --help

FROM eclipse-temurin:25-jre
RUN apt-get update \
  && apt-get install --yes --no-install-recommends curl \
  && rm -rf /var/lib/apt/lists/* \
  && groupadd --gid 10001 wrenchline \
  && useradd --uid 10001 --gid 10001 --home-dir /var/lib/wrenchline --create-home wrenchline
WORKDIR /opt/wrenchline
COPY wrenchline ./
COPY tools/java.bash tools/
COPY config config
COPY docker/wrenchline.yaml config/wrenchline.yaml
COPY --from=build /build/app/target/wrenchline-app app/target/wrenchline-app
USER wrenchline
VOLUME /var/lib/wrenchline
ENTRYPOINT ["./wrenchline"]
CMD ["run", "--data", "/var/lib/wrenchline"]
