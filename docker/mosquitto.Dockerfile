# A broker that controllers may already speak to; the product reads from it.
FROM debian:12-slim
RUN apt-get update \
  && apt-get install --yes --no-install-recommends mosquitto mosquitto-clients \
  && rm -rf /var/lib/apt/lists/*
COPY config/mosquitto/mosquitto.conf /etc/mosquitto/wrenchline.conf
COPY docker/mosquitto.sh /usr/local/bin/
USER mosquitto
VOLUME /var/lib/mosquitto
ENTRYPOINT ["mosquitto.sh"]
