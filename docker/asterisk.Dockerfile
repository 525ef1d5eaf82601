# Asterisk 22 LTS with the hotline's configuration. Debian's stable release has no Asterisk; unstable has.
FROM debian:sid-slim
RUN apt-get update \
  && apt-get install --yes --no-install-recommends asterisk \
  && rm -rf /var/lib/apt/lists/* \
  && groupadd --gid 10001 wrenchline \
  && useradd --uid 10001 --gid 10001 --home-dir /var/lib/wrenchline --create-home wrenchline
COPY config/asterisk /opt/wrenchline/config/asterisk
COPY config/prompts /opt/wrenchline/config/prompts
COPY docker/asterisk.sh /usr/local/bin/
USER wrenchline
VOLUME /var/lib/wrenchline
ENTRYPOINT ["asterisk.sh"]
